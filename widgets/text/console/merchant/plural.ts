/** English says one thing otherwise than several. */
export const isOne = (count: number) => count === 1;
