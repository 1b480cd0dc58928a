/** A product of the demo's shop; without `share` it is sold but gives nothing. */
export interface SampleProduct {
  productId: number;
  title: string;
  unitPrice: string;
  /** How often it sells compared with the others. */
  weight: number;
  share?: { kind: 'percent'; value: string } | { kind: 'perUnit' | 'perOrder'; amount: string };
  /** Weights of the two projects. */
  lunch?: number;
  well?: number;
}

export const sampleProducts: SampleProduct[] = [
  {
    productId: 101,
    title: '云岭百花蜜 · Wildflower honey',
    unitPrice: '39.90',
    weight: 8,
    share: { kind: 'percent', value: '5' },
    lunch: 60,
    well: 40,
  },
  {
    productId: 102,
    title: '高山春茶 · High mountain spring tea',
    unitPrice: '68.00',
    weight: 4,
    share: { kind: 'perUnit', amount: '2.00' },
    lunch: 1,
  },
  {
    productId: 103,
    title: '梯田红米 · Red terrace rice',
    unitPrice: '28.50',
    weight: 4,
    share: { kind: 'percent', value: '3' },
    well: 1,
  },
  {
    productId: 104,
    title: '山菌礼盒 · Box of mountain mushrooms',
    unitPrice: '128.00',
    weight: 2,
    share: { kind: 'perOrder', amount: '5.00' },
    lunch: 1,
    well: 1,
  },
  { productId: 105, title: '帆布袋 · Canvas bag', unitPrice: '19.00', weight: 2 },
];
