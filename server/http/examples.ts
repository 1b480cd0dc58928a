/** Bodies to start from, for the description of the API; a test sends each through its route's own check. */
export const examples: Readonly<Record<string, unknown>> = {
  'POST /v1/charities': { name: '乡村午餐基金会 Rural Lunch Foundation', country: 'CN' },
  'POST /v1/projects': {
    charityId: '7g3k9m2p4x8q',
    title: '一顿热午餐 A warm lunch',
    currency: 'CNY',
    goal: { amount: '50000.00', currency: 'CNY' },
    impact: { unit: 'lunch', cost: { amount: '4.00', currency: 'CNY' } },
  },
  'POST /v1/merchants': { name: '山里的蜂蜜 Mountain Honey', country: 'CN' },
  'POST /v1/shops': {
    merchantId: '7g3k9m2p4x8q',
    platform: 'shopify',
    domain: 'mountain-honey.myshopify.com',
    currency: 'CNY',
    returnWindowDays: 14,
  },
  'PUT /v1/shops/{shopId}/origins': { origins: ['https://honey.example.com'] },
  'PUT /v1/shops/{shopId}/items/{productId}': {
    title: '山花蜜 500 g',
    share: { kind: 'percent', value: '5' },
    projects: [{ projectId: '7g3k9m2p4x8q', weight: 1 }],
  },
  'POST /v1/sessions': {
    title: '周五晚上的善播 Friday evening',
    streamer: '小林',
    shopIds: ['7g3k9m2p4x8q'],
    goal: { amount: '2000.00', currency: 'CNY' },
  },
};
