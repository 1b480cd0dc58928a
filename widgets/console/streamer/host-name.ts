/** People copy whole addresses: `https://my-shop.myshopify.com/collections` names the same shop. */
export function hostName(typed: string): string {
  const text = typed.trim();
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) ? new URL(address).hostname : text;
}
