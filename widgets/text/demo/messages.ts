import type { Language } from '../messages.js';

/** Whose console the demo opens by one click. */
export const demoRoles = ['merchant', 'streamer', 'charity', 'operator'] as const;
export type DemoRole = (typeof demoRoles)[number];

export interface DemoWords {
  title: string;
  lead: string;
  roles: Record<DemoRole, { title: string; text: string }>;
}

const en: DemoWords = {
  title: 'Look around as one of them',
  lead: 'This is the demo: one click signs you in, with nothing to fill in and nothing that can break.',
  roles: {
    merchant: { title: 'As the merchant', text: 'Tag items, set shares, see what is owed.' },
    streamer: { title: 'As the streamer', text: 'The live desk, the overlay, the report.' },
    charity: { title: 'As the charity', text: 'Projects, and the money on its way to them.' },
    operator: { title: 'As the operator', text: 'Health, books, charities to verify.' },
  },
};

const zhCN: DemoWords = {
  title: '换个身份看一看',
  lead: '这是演示：点一下就登录，什么都不用填，什么都弄不坏。',
  roles: {
    merchant: { title: '商家', text: '标记公益商品，设置比例，查看应付金额。' },
    streamer: { title: '主播', text: '直播台、叠加层和直播报告。' },
    charity: { title: '公益机构', text: '项目，以及正在到来的善款。' },
    operator: { title: '运营方', text: '运行状况、账目核对、机构审核。' },
  },
};

export const demoWords: Record<Language, DemoWords> = { en, 'zh-CN': zhCN };
