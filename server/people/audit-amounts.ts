import type { Knex } from 'knex';
import { isCurrency, toMoney, type Money } from '../ledger/money.js';

type Fields = Record<string, unknown>;

export interface AuditedRow {
  subject_table: string;
  subject_id: string;
  before: Fields | null;
  after: Fields | null;
}

/** Columns that hold minor units. */
const moneyColumns = ['goal', 'impact_cost', 'price', 'cap'];

/** Tables whose amounts are in the currency of the shop that they belong to. */
const ofAShop = ['giving_rules', 'rule_drafts', 'products'];

/**
 * Tells which values of an entry are money. Rows hold minor units, and a change holds only what changed, so the currency may
 * stand elsewhere: with the shop or the project, where it never changes. Where none is known for certain (a session's may
 * have changed since), no amount is told rather than a wrong one.
 */
export function auditAmounts(db: Knex) {
  const known = new Map<string, Promise<string | undefined>>();

  function currencyOf(table: 'shops' | 'projects', id: string): Promise<string | undefined> {
    const name = `${table} ${id}`;
    const found =
      known.get(name) ??
      db(table)
        .where({ id })
        .first('currency')
        .then((row?: { currency: string }) => row?.currency);
    known.set(name, found);
    return found;
  }

  function currencyIn(fields: Fields, { subject_table: table, subject_id: id }: AuditedRow): unknown {
    if (table === 'sessions') return fields.goal_currency;
    if (table === 'projects') return fields.currency ?? currencyOf('projects', id);
    if (!ofAShop.includes(table)) return undefined;
    if (typeof fields.shop_id === 'string') return currencyOf('shops', fields.shop_id);
    return id.includes('/') ? currencyOf('shops', id.split('/')[0]!) : undefined;
  }

  async function amountsIn(fields: Fields, row: AuditedRow): Promise<Record<string, Money> | undefined> {
    const share = fields.share as { amount?: unknown } | null | undefined;
    const minors = moneyColumns.filter((name) => Number.isSafeInteger(fields[name]));
    if (minors.length === 0 && typeof share?.amount !== 'string') return undefined;
    const currency = await currencyIn(fields, row);
    if (typeof currency !== 'string' || !isCurrency(currency)) return undefined;
    return {
      ...Object.fromEntries(minors.map((name) => [name, toMoney(BigInt(fields[name] as number), currency)])),
      ...(typeof share?.amount === 'string' && { share: { amount: share.amount, currency } }),
    };
  }

  /** Nothing, or `{ amounts }`. */
  return async (
    row: AuditedRow,
  ): Promise<{ amounts?: { before?: Record<string, Money>; after?: Record<string, Money> } }> => {
    const before = row.before ? await amountsIn(row.before, row) : undefined;
    const after = row.after ? await amountsIn(row.after, row) : undefined;
    return before || after ? { amounts: { ...(before && { before }), ...(after && { after }) } } : {};
  };
}
