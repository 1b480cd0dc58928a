import { z } from 'zod';

export type Language = 'zh-CN' | 'en';

export const languages = ['zh-CN', 'en'] as const;

/** What one letter says: a heading, paragraphs, a button that is a link, and what to do when it was not asked for. */
export interface LetterWords {
  subject: string;
  paragraphs: string[];
  button: string;
  ifNotYou: string;
}

/** Every letter in a language; names come from people, so they are written as text and lead nowhere. */
export interface AllLetters {
  brand: string;
  /** Before the link, for mail programs that show no buttons. */
  orCopy: string;
  verify(name: string): LetterWords;
  alreadyHere(name: string): LetterWords;
  reset(name: string): LetterWords;
  invitation(by: string, organisation: string, role: 'owner' | 'editor' | 'viewer'): LetterWords;
}

const en: AllLetters = {
  brand: 'Kindcast',
  orCopy: 'Or copy this address into your browser:',
  verify: (name) => ({
    subject: 'Confirm your e-mail address',
    paragraphs: [
      `Hello ${name},`,
      'one step is left: confirm that this is your address. The link is good for one day.',
    ],
    button: 'Confirm my address',
    ifNotYou: 'If you did not sign up with Kindcast, ignore this letter; without the link nothing happens.',
  }),
  alreadyHere: (name) => ({
    subject: 'You already have an account',
    paragraphs: [
      `Hello ${name},`,
      'somebody wanted to sign up with this address, but it already has an account. Sign in, or choose a new password there.',
    ],
    button: 'Sign in',
    ifNotYou: 'If that was not you, there is nothing to do: nothing was changed.',
  }),
  reset: (name) => ({
    subject: 'Choose a new password',
    paragraphs: [
      `Hello ${name},`,
      'here you can choose a new password. The link is good for one hour and works once; all other devices are signed out.',
    ],
    button: 'Choose a new password',
    ifNotYou: 'If you did not ask for this, ignore this letter: your password stays as it is.',
  }),
  invitation: (by, organisation, role) => ({
    subject: `${organisation} invites you`,
    paragraphs: [
      `${by} invites you to work for ${organisation} on Kindcast${
        { owner: ', as an owner', editor: ', as an editor', viewer: ', to look on' }[role]
      }.`,
      'The invitation is good for seven days, for this address alone.',
    ],
    button: 'Look at the invitation',
    ifNotYou: 'If you do not know who this is, ignore this letter.',
  }),
};

const zhCN: AllLetters = {
  brand: '善播 Kindcast',
  orCopy: '或者把下面的地址复制到浏览器打开：',
  verify: (name) => ({
    subject: '请确认您的邮箱地址',
    paragraphs: [`${name}，您好：`, '只差一步：请确认这是您的邮箱。链接一天内有效。'],
    button: '确认邮箱地址',
    ifNotYou: '如果您没有注册善播，请忽略这封信；不打开链接就什么都不会发生。',
  }),
  alreadyHere: (name) => ({
    subject: '您已经有账号了',
    paragraphs: [`${name}，您好：`, '有人想用这个邮箱注册，但它已经有账号了。请直接登录，或在登录页重设密码。'],
    button: '去登录',
    ifNotYou: '如果不是您本人操作，无需理会：什么都没有改变。',
  }),
  reset: (name) => ({
    subject: '设置新密码',
    paragraphs: [`${name}，您好：`, '您可以在这里设置新密码。链接一小时内有效，只能使用一次；其他设备会全部退出登录。'],
    button: '设置新密码',
    ifNotYou: '如果不是您本人申请，请忽略这封信：密码不会改变。',
  }),
  invitation: (by, organisation, role) => ({
    subject: `${organisation} 邀请您加入`,
    paragraphs: [
      `${by} 邀请您以${{ owner: '所有者', editor: '编辑者', viewer: '查看者' }[role]}的身份加入善播上的“${organisation}”。`,
      '邀请七天内有效，只能由这个邮箱接受。',
    ],
    button: '查看邀请',
    ifNotYou: '如果您不认识对方，请忽略这封信。',
  }),
};

/**
 * A name as letters may carry it. Mail programs make links even of "example.com", so whoever may choose a name could send
 * people anywhere, by a letter of ours.
 */
const leadingNowhere = (name: string) => name.replace(/:\/\/|\.(?=[\p{L}\p{N}])/gu, '·');

const withPlainNames = (letters: AllLetters): AllLetters => ({
  ...letters,
  verify: (name) => letters.verify(leadingNowhere(name)),
  alreadyHere: (name) => letters.alreadyHere(leadingNowhere(name)),
  reset: (name) => letters.reset(leadingNowhere(name)),
  // Who invites is known by an address he has confirmed; a key's name is but a name.
  invitation: (by, organisation, role) =>
    letters.invitation(z.regexes.email.test(by) ? by : leadingNowhere(by), leadingNowhere(organisation), role),
});

export const letterWords: Record<Language, AllLetters> = { en: withPlainNames(en), 'zh-CN': withPlainNames(zhCN) };
