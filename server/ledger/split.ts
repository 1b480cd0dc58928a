/**
 * Splits an amount in minor units by weights so that the parts add up to the whole: every part gets the floor of its
 * exact share, what remains goes by one unit to the largest remainders, ties to the part listed first. All integer.
 *
 * @param weights whole numbers, not all zero; a weight of zero gets nothing
 */
export function splitByWeight(whole: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (whole < 0n || sum <= 0n || weights.some((weight) => weight < 0n))
    throw new RangeError('a split needs an amount and weights that are not negative, and one weight above zero');
  const parts = weights.map((weight) => (whole * weight) / sum);
  let left = whole - parts.reduce((total, part) => total + part, 0n);
  const byRemainder = weights
    .map((weight, at) => ({ at, remainder: (whole * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1));
  for (const { at } of byRemainder) {
    if (left === 0n) break;
    parts[at]! += 1n;
    left -= 1n;
  }
  return parts;
}
