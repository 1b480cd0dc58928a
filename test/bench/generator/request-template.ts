import { createHmac } from 'node:crypto';

/** A complete HTTP request whose order id, webhook id and signature are overwritten in place, all of fixed length. */
export interface RequestTemplate {
  request: Buffer;
  bodyStart: number;
  /** Where the order's id stands, webhook id included. */
  ids: number[];
  signature: number;
}

export interface TemplateNeeds {
  topic: string;
  domain: string;
  body: string;
  /** The id that stands in `body`. */
  id: number;
  /** One character that makes webhook ids of this kind differ from other kinds'. */
  mark: string;
}

/** Base64 of 32 bytes. */
export const signatureLength = 44;

/** Headers as Shopify sends them. */
export function requestTemplate({ topic, domain, body, id, mark }: TemplateNeeds): RequestTemplate {
  const digits = String(id);
  const bytes = Buffer.from(body);
  const webhookId = webhookIdOf(digits, mark);
  const head = Buffer.from(
    [
      'POST /webhooks/shopify HTTP/1.1',
      'Host: 127.0.0.1',
      'User-Agent: Shopify-Captain-Hook',
      'Accept: */*',
      'Content-Type: application/json',
      `Content-Length: ${bytes.length}`,
      'X-Shopify-Api-Version: 2026-07',
      'X-Shopify-Event-Id: 3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      `X-Shopify-Hmac-Sha256: ${'A'.repeat(signatureLength)}`,
      `X-Shopify-Shop-Domain: ${domain}`,
      `X-Shopify-Topic: ${topic}`,
      `X-Shopify-Triggered-At: ${new Date().toISOString()}`,
      `X-Shopify-Webhook-Id: ${webhookId}`,
      '\r\n',
    ].join('\r\n'),
    'latin1',
  );
  const request = Buffer.concat([head, bytes]);
  const ids: number[] = [];
  for (let at = request.indexOf(digits, head.length); at >= 0; at = request.indexOf(digits, at + 1)) ids.push(at);
  ids.push(head.indexOf(webhookId));
  return { request, bodyStart: head.length, ids, signature: head.indexOf('A'.repeat(signatureLength)) };
}

/** A UUID of which the first characters are the order's digits, so that patching the id patches it too. */
const webhookIdOf = (digits: string, mark: string) => `${digits}-4${mark}00-8000-000000000000`;

/** Writes another order's id over the template's, in a copy of its request. */
export function patchId(request: Buffer, template: RequestTemplate, digits: Uint8Array): void {
  for (const at of template.ids) request.set(digits, at);
}

/** The signature of the body as it stands, written into `signatures`. */
export function sign(request: Buffer, template: RequestTemplate, secret: string, signatures: Buffer, at: number): void {
  const body = request.subarray(template.bodyStart);
  signatures.write(createHmac('sha256', secret).update(body).digest('base64'), at, signatureLength, 'latin1');
}
