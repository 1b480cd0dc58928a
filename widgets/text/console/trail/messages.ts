import type { Language } from '../../messages.js';
import { trailEn } from './en.js';
import { trailZhCN } from './zh-cn.js';

/** The columns whose names people read in the trail of changes. One that stands in no list is shown as it is called. */
export type TrailColumn =
  | 'about_en'
  | 'about_zh'
  | 'accepted_at'
  | 'archived_at'
  | 'asked_at'
  | 'attempts'
  | 'base'
  | 'body'
  | 'bytes'
  | 'cancelled_at'
  | 'cap'
  | 'channel'
  | 'contact'
  | 'country'
  | 'currency'
  | 'decided_at'
  | 'decided_by'
  | 'decision'
  | 'description'
  | 'disabled_reason'
  | 'dismissed_at'
  | 'dismissed_reason'
  | 'domain'
  | 'email'
  | 'email_verified'
  | 'enabled'
  | 'ended_at'
  | 'events'
  | 'expires_at'
  | 'file_name'
  | 'goal'
  | 'goal_currency'
  | 'granted_by'
  | 'handle'
  | 'hint'
  | 'image'
  | 'image_url'
  | 'impact_cost'
  | 'impact_unit'
  | 'invited_by'
  | 'kind'
  | 'language'
  | 'last_used_at'
  | 'media_type'
  | 'name'
  | 'note'
  | 'origins'
  | 'overlay_key'
  | 'period_from'
  | 'period_until'
  | 'platform'
  | 'previous_secret'
  | 'previous_until'
  | 'price'
  | 'projects'
  | 'provider'
  | 'published_at'
  | 'reason'
  | 'received_at'
  | 'region'
  | 'registration_number'
  | 'replayed_at'
  | 'return_window_days'
  | 'revoked_at'
  | 'role'
  | 'saved_at'
  | 'scheduled_for'
  | 'scopes'
  | 'secret'
  | 'share'
  | 'started_at'
  | 'state'
  | 'status'
  | 'streamer'
  | 'title'
  | 'token'
  | 'topic'
  | 'two_factor_enabled'
  | 'uploaded_at'
  | 'url'
  | 'valid_from'
  | 'valid_until'
  | 'verified_at'
  | 'version'
  | 'webhook_secret'
  | 'website'
  | 'weight';

/** Words that stand in the database for one of a few things, by the column they stand in. */
export type TrailChoices = {
  role: Record<'owner' | 'editor' | 'viewer', string>;
  status: Record<'scheduled' | 'live' | 'ended', string>;
  state: Record<'allowed' | 'denied' | 'asked' | 'unasked' | 'waiting' | 'verified' | 'refused', string>;
  decision: Record<'verified' | 'refused', string>;
  base: Record<'asPriced' | 'exTax', string>;
  kind: Record<
    'merchant' | 'charity' | 'streamer' | 'sponsor' | 'registration' | 'fundraising-permission' | 'bank' | 'other',
    string
  >;
  disabled_reason: Record<'by-hand' | 'gone' | 'failed' | 'overfull', string>;
  language: Record<'zh-CN' | 'en', string>;
};

/** What the trail of changes says of values. */
export interface TrailWords {
  columns: Record<TrailColumn, string>;
  choices: TrailChoices;
  /** Who acted where neither a person nor a key did. */
  demo: string;
  operatorKey: string;
  /** "item “Wildflower honey”" */
  called(subject: string, name: string): string;
  yes: string;
  no: string;
  /** Of a secret, which is never shown. */
  secret: string;
  anotherSecret: string;
  /** Of an amount that cannot be told, because its currency is not known. */
  anAmount: string;
  days(count: string, n: number): string;
  percent(figure: string): string;
  perUnit(money: string): string;
  perOrder(money: string): string;
  parts(count: string, n: number): string;
  /** Several projects with their parts, such as "3 : 1". */
  projects(count: string, n: number, parts: string): string;
  and: string;
}

export const trailMessages: Record<Language, TrailWords> = { 'zh-CN': trailZhCN, en: trailEn };
