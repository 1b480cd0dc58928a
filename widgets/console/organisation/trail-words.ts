import type { ItemOf } from '../../../plugin/client/kindcast-client.js';
import { formatMoney } from '../../money/format-money.js';
import { accountMessages } from '../../text/console/account/messages.js';
import { trailMessages } from '../../text/console/trail/messages.js';
import { webhookMessages } from '../../text/console/webhooks/messages.js';
import type { Language } from '../../text/messages.js';

export type TrailEntry = ItemOf<'/v1/audit-trail'>;

/** One thing that changed, as people read it; '' where nothing stood or stands. */
export interface Change {
  name: string;
  from: string;
  to: string;
}

/** Said already by who, what and when; bookkeeping of ours; or never to be told. */
const saidElsewhere = new Set([
  'id',
  'created_at',
  'updated_at',
  'created_by',
  'sha256',
  'token_sha256',
  'position',
  'rule',
  'evidence_ids',
]);
const isDull = (name: string) => saidElsewhere.has(name) || name.endsWith('_id');

/** In minor units, which nobody reads; the server tells them as money where it knows the currency. */
const isMoney = new Set(['goal', 'impact_cost', 'price', 'cap']);

const isSecret = new Set(['secret', 'previous_secret', 'webhook_secret', 'token', 'overlay_key']);
const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:/;

type Fields = Readonly<Record<string, unknown>>;

/** The column's or value's own entry of a list, if it has one: these names come from rows, `toString` among them. */
const own = <T>(list: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(list, name) ? list[name] : undefined;

/** The fields that differ, with what stood there and what stands there now. */
export function changesOf(entry: TrailEntry, lang: Language): Change[] {
  const { before = {}, after = {}, amounts = {} } = entry;
  const { columns } = trailMessages[lang];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !isDull(name) && JSON.stringify(own(before, name)) !== JSON.stringify(own(after, name)))
    .map((name) => ({
      name: own(columns, name) ?? name,
      from: valueInWords(name, before, amounts.before, lang),
      to: valueInWords(name, after, amounts.after, lang),
    }))
    .filter(({ from, to }) => from !== '' || to !== '');
}

/**
 * "Changed: item “Wildflower honey”"; what has no name of its own is told by its kind alone.
 *
 * @param people names of people by their ids, for members, whose rows hold no name
 */
export function deedOf(entry: TrailEntry, lang: Language, people: ReadonlyMap<string, string> = new Map()): string {
  const { action, subject, before = {}, after = {} } = entry;
  const { actions, subjects } = accountMessages[lang];
  const kind = own(subjects, subject.table) ?? subject.table;
  const name = ['title', 'name', 'email', 'domain', 'file_name', 'url', 'topic']
    .map((column) => after[column] ?? before[column])
    .concat(people.get(subject.id.split('/').at(-1)!))
    .find((value) => typeof value === 'string' && value !== '') as string | undefined;
  return `${actions[action]}: ${name === undefined ? kind : trailMessages[lang].called(kind, name)}`;
}

/** Who did it. What no person and no key asked for, Kindcast did itself. */
export function actorOf({ actor }: TrailEntry, lang: Language): string {
  const words = trailMessages[lang];
  if (actor.kind === 'system') return actor.name === 'the demo' ? words.demo : 'Kindcast';
  return actor.kind === 'operator key' ? words.operatorKey : actor.name;
}

function valueInWords(name: string, fields: Fields, amounts: TrailAmounts, lang: Language): string {
  const words = trailMessages[lang];
  const value = own(fields, name);
  const amount = amounts?.[name];
  if (value === null || value === undefined) return '';
  if (name === 'share') return shareInWords(value as Fields, amount, lang);
  if (isMoney.has(name)) return amount ? formatMoney(amount, lang) : words.anAmount;
  if (name === 'weight') return words.parts(count(value, lang), value as number);
  if (name === 'projects') return projectsInWords(value as { weight: number }[], lang);
  if (name === 'return_window_days') return words.days(count(value, lang), value as number);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return count(value, lang);
  if (Array.isArray(value)) return value.map((each) => oneOf(name, String(each), lang)).join(words.and);
  return typeof value === 'string' ? textInWords(name, value, lang) : JSON.stringify(value);
}

type TrailAmounts = NonNullable<TrailEntry['amounts']>['before'];

const count = (value: unknown, lang: Language) => Number(value).toLocaleString(lang);

function textInWords(name: string, value: string, lang: Language): string {
  const words = trailMessages[lang];
  if (isSecret.has(name)) return value === 'another secret' ? words.anotherSecret : words.secret;
  if (!isMoment.test(value) || Number.isNaN(Date.parse(value))) return oneOf(name, value, lang);
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' };
  return new Intl.DateTimeFormat(lang, options).format(new Date(value));
}

/** A word of ours for one of a few things, or the text itself. */
function oneOf(name: string, value: string, lang: Language): string {
  if (name === 'events') return own(webhookMessages[lang].event, value)?.title ?? value;
  if (name === 'scopes') return scopeInWords(value, lang);
  const choices = own<Readonly<Record<string, string>>>(trailMessages[lang].choices, name);
  return (choices && own(choices, value)) ?? value;
}

function scopeInWords(scope: string, lang: Language): string {
  const { scopes, mayRead, mayWrite } = accountMessages[lang];
  const [area = '', way] = scope.split(':');
  const said = own(scopes, area);
  return said ? `${said} (${way === 'write' ? mayWrite : mayRead})` : scope;
}

/** "5% of the price", "¥1.00 for each order"; of an unknown currency, the figure as the merchant typed it. */
function shareInWords(
  { kind, value, amount }: Fields,
  money: NonNullable<TrailAmounts>[string] | undefined,
  lang: Language,
) {
  const words = trailMessages[lang];
  if (kind === 'percent') return words.percent(`${String(value)}%`);
  const figure = money ? formatMoney(money, lang) : String(amount);
  return kind === 'perUnit' ? words.perUnit(figure) : words.perOrder(figure);
}

function projectsInWords(projects: readonly { weight: number }[], lang: Language): string {
  const parts = projects.map(({ weight }) => count(weight, lang)).join(' : ');
  return trailMessages[lang].projects(count(projects.length, lang), projects.length, parts);
}
