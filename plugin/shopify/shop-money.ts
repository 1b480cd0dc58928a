import { Decimal } from 'decimal.js';
import { StoreRejection } from '../store-order.js';
import type { MoneySet } from './payload.js';

/** The amount in shop money: of the set where there is one, else the plain string, which is in shop money as well. */
export function shopMoney(set: MoneySet | null | undefined, plain: string | null | undefined, path: string): string {
  const amount = set?.shop_money.amount ?? plain;
  if (amount === null || amount === undefined) throw new StoreRejection(path, 'is missing, and so is its plain amount');
  return amount;
}

/** The exact sum of decimal strings, as a decimal string. */
export function sumOf(amounts: readonly string[]): string {
  if (amounts.length === 0) return '0';
  if (amounts.length === 1) return amounts[0]!;
  return amounts.reduce((sum, amount) => sum.add(amount), new Decimal(0)).toFixed();
}
