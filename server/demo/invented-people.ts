/**
 * Buyers who do not exist (example.com, numbers reserved for fiction, documentation addresses). They stand in every
 * payload because real ones do: a test can look for these very strings and prove that nothing of them is kept.
 */
const people = [
  { first: 'Xiaolan', last: 'Linyi', city: 'Hangzhou', street: '18 Osmanthus Lane', province: 'Zhejiang', code: 'ZJ' },
  { first: 'Dashan', last: 'Qiaomu', city: 'Kunming', street: '7 Camellia Terrace', province: 'Yunnan', code: 'YN' },
  { first: 'Yueying', last: 'Baihe', city: 'Chengdu', street: '203 Ginkgo Court', province: 'Sichuan', code: 'SC' },
  { first: 'Jingshu', last: 'Songtao', city: 'Xiamen', street: '5 Banyan Pier', province: 'Fujian', code: 'FJ' },
  {
    first: 'Weiguang',
    last: 'Heyuan',
    city: 'Harbin',
    street: '41 Snowgoose Street',
    province: 'Heilongjiang',
    code: 'HL',
  },
  { first: 'Ruoxi', last: 'Tangli', city: 'Lanzhou', street: '96 Lilac Bend', province: 'Gansu', code: 'GS' },
] as const;

export function buyerOf(orderId: number) {
  const person = people[orderId % people.length]!;
  const name = `${person.first} ${person.last}`;
  const email = `${person.first}.${person.last}@example.com`.toLowerCase();
  const phone = `+120255501${String(orderId % 100).padStart(2, '0')}`;
  const address = {
    first_name: person.first,
    address1: person.street,
    phone,
    city: person.city,
    zip: String(310000 + (orderId % 900)),
    province: person.province,
    country: 'China',
    last_name: person.last,
    address2: '',
    company: null,
    latitude: 30.25,
    longitude: 120.16,
    name,
    country_code: 'CN',
    province_code: person.code,
  };
  return { name, email, phone, address, browserIp: `203.0.113.${orderId % 254}` };
}

/** The strings of an order's buyer that must be found nowhere once the order is counted. */
export function personalTraces(orderId: number): string[] {
  const { name, email, phone, address, browserIp } = buyerOf(orderId);
  return [name, address.first_name, address.last_name, email, phone, address.address1, address.zip, browserIp];
}

export function customerOf(orderId: number, currency: string, at: string) {
  const { email, phone, address } = buyerOf(orderId);
  const id = 8_100_000 + (orderId % people.length);
  const consent = { state: 'not_subscribed', opt_in_level: 'single_opt_in', consent_updated_at: null };
  return {
    id,
    email,
    created_at: at,
    updated_at: at,
    first_name: address.first_name,
    last_name: address.last_name,
    state: 'disabled',
    note: null,
    verified_email: true,
    multipass_identifier: null,
    tax_exempt: false,
    phone,
    email_marketing_consent: consent,
    sms_marketing_consent: { ...consent, consent_collected_from: 'OTHER' },
    tags: '',
    currency,
    tax_exemptions: [],
    admin_graphql_api_id: `gid://shopify/Customer/${id}`,
    default_address: { id, customer_id: id, ...address, country_name: 'China', default: true },
  };
}
