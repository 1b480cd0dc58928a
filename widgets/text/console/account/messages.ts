import type { Language } from '../../messages.js';
import { accountEn } from './en.js';
import { accountZhCN } from './zh-cn.js';

type Scope = 'organisation' | 'people' | 'shops' | 'items' | 'sessions' | 'projects' | 'money' | 'webhooks' | 'audit';

/** Every word of one's own account, and of what every organisation has: members, keys, the trail of changes. */
export interface AccountWords {
  account: string;
  name: string;
  save: string;
  passwordTitle: string;
  currentPassword: string;
  newPassword: string;
  passwordHint: string;
  changePassword: string;

  passkeys: string;
  passkeysText: string;
  addPasskey: string;
  passkeyName: string;
  passkeyAdded: string;
  noPasskeys: string;
  remove: string;
  removePasskey: string;
  removePasskeyText: string;

  second: string;
  secondText: string;
  secondOn: string;
  secondNeeded: string;
  setUp: string;
  turnOff: string;
  turnOffAsk: string;
  turnOffText: string;
  scan: string;
  scanText: string;
  secretText: string;
  codeOrBackup: string;
  code: string;
  finish: string;
  keepCodes: string;
  keepCodesText: string;
  secondDone: string;

  sessions: string;
  sessionsText: string;
  thisSession: string;
  lastUsed: string;
  where: string;
  endSession: string;
  endSessionAsk(where: string): string;
  endSessionText: string;
  endOthers: string;
  endOthersAsk: string;
  sessionEnded: string;

  about: string;
  organisationName: string;
  registrationNumber: string;
  country: string;
  countryHint: string;

  members: string;
  membersText: string;
  member: string;
  email: string;
  role: string;
  since: string;
  roleMeans: Record<'owner' | 'editor' | 'viewer', string>;
  changeRole(name: string): string;
  makeRole: Record<'owner' | 'editor' | 'viewer', string>;
  removeMember(name: string): string;
  removeMemberText: string;
  /** Before an owner becomes less. */
  lessThanOwnerText: string;
  invite: string;
  inviteText: string;
  sendInvitation: string;
  invited(email: string): string;
  invitedNoMail: string;
  invitationLink: string;
  invitations: string;
  withdraw: string;
  withdrawAsk(email: string): string;
  withdrawText: string;
  withdrawn: string;
  until: string;

  keys: string;
  keysText: string;
  noKeys: string;
  noKeysText: string;
  newKey: string;
  keyName: string;
  keyNameHint: string;
  keyMay: string;
  scopes: Record<Scope, string>;
  mayRead: string;
  mayWrite: string;
  makeKey: string;
  keyMade: string;
  keyMadeText: string;
  key: string;
  begins: string;
  lastUse: string;
  never: string;
  revoke: string;
  revokeAsk(name: string): string;
  revokeText: string;
  revoked: string;
  chooseScope: string;

  trail: string;
  trailText: string;
  noTrail: string;
  noTrailText: string;
  who: string;
  what: string;
  when: string;
  changes: string;
  /** What was changed, by the name of its table. */
  subjects: Record<string, string>;
  actions: Record<'created' | 'changed' | 'removed', string>;
  nothing: string;
}

export const accountMessages: Record<Language, AccountWords> = { 'zh-CN': accountZhCN, en: accountEn };
