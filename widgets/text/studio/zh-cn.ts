import type { StudioMessages } from './messages.js';

export const zhCN: StudioMessages = {
  studio: '叠加层工作室',
  intro: '选好善款在直播画面上的样子，复制链接，放进 OBS。',

  preview: '预览',
  backdrop: '背景画面',
  backdrops: { shop: '摊位', bright: '明亮', dark: '夜晚' },
  testGift: '发送一笔测试善款',
  testGiftExplained: '会出现在本场所有打开的叠加层上，标明“测试”，绝不计入总额。',
  testGiftSent: '已发送，马上出现在所有打开的叠加层上。',
  tooSoon: '每秒一次就够了，请稍等再试。',
  failed: '服务器没有回应，请稍后再试。',

  address: 'OBS 用的链接',
  addressExplained: '请自己保管：有这个链接的人都能打开本页。不要发给观众。',
  copy: '复制',
  copied: '已复制',
  copyYourself: '链接已选中，请按 Ctrl+C 或 ⌘C 复制。',

  look: '外观',
  layout: '布局',
  layouts: {
    card: { title: '卡片', text: '放在一角' },
    bar: { title: '横条', text: '贴着上边或下边' },
    ticker: { title: '竖栏', text: '从上到下' },
    alert: { title: '瞬间', text: '有善款时才出现' },
    portrait: { title: '竖屏', text: '手机直播 1080 × 1920' },
  },
  corner: '位置',
  corners: { 'bottom-left': '左下', 'bottom-right': '右下', 'top-left': '左上', 'top-right': '右上' },
  theme: '底色',
  themes: { dark: '深色', glass: '玻璃', light: '浅色' },
  colours: '颜色',
  colourNames: { accent: '点缀', ink: '文字', paper: '底色' },
  ownColours: '使用自己的颜色',
  hardToRead: '文字和底色太接近，不容易看清。请把一个调亮，或把另一个调暗。',
  size: '字号',
  sizeOf: (percent) => `默认大小的 ${percent}`,
  spoken: '画面上的语言',
  spokenAsComputer: '跟随电脑',

  shown: '显示内容',
  gifts: { title: '善款', text: '一笔一笔出现；同时来很多笔时合成一行。' },
  milestones: { title: '里程碑', text: '达到目标的四分之一、一半、四分之三和全部时，庆祝六秒。' },
  sound: { title: '声音', text: '每笔善款一声轻铃。请在 OBS 里勾选“通过 OBS 控制音频”。' },
  qr: { title: '二维码', text: '观众扫码就能看到每一笔善款。' },
  apply: '应用',

  obs: '放进 OBS',
  obsSteps: (width, height) => [
    '在 OBS 的“来源”里点 +，选择“浏览器”。',
    '把链接粘贴到 URL。',
    `宽度填 ${width}，高度填 ${height}。`,
    '点“确定”，把这个来源拖到列表最上面。',
  ],
  obsNotes: [
    '隐藏来源、刷新或重启 OBS 都没关系，它会接着显示真实的总额。',
    '连续十秒收不到服务器的消息时，它会标明数据已过时，之后会自己恢复。',
  ],

  code: '给观众的二维码',
  codeExplained: '扫码打开本场直播的公开页面。可以打印出来，也可以在镜头前展示。',
  codeTitle: '本场直播公开页面的二维码',
  download: '下载图片',

  newLink: '换一个新链接',
  newLinkExplained: '如果链接外泄了，就换一个。旧链接马上失效，OBS 里的也一样。',
  newLinkAsk: '要更换链接吗？使用旧链接的叠加层会马上停止，直到你在 OBS 里换上新链接。',
  newLinkYes: '更换',
  newLinkNo: '不换',
  newLinkMade: '这是新链接。旧链接已经失效，请把新链接放进 OBS。',

  gone: '这个链接已更换',
  goneExplained: '请向创建这场直播的人要新链接。',
};
