import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';

/** What every server of the comparison must do: read the bytes, verify them, parse them. */
export interface PlainOrder {
  id: number;
  note_attributes: { name: string; value: string }[];
  line_items: { id: number; product_id: number; title: string; price: string; quantity: number }[];
}

const secret = process.env.BENCH_SECRET!;

/** The order of a webhook, or undefined when its signature is wrong. */
export function takeOrder(request: Parameters<RequestHandler>[0]): PlainOrder | undefined {
  const body = request.body as Buffer;
  const claimed = Buffer.from(request.get('x-shopify-hmac-sha256') ?? '', 'base64');
  const expected = createHmac('sha256', secret).update(body).digest();
  if (claimed.length !== expected.length || !timingSafeEqual(claimed, expected)) return undefined;
  return JSON.parse(body.toString('utf8')) as PlainOrder;
}

/** Express that takes webhooks and answers what the handler says; tells its port to the process that started it. */
export function serveWebhooks(handler: RequestHandler): void {
  const app = express();
  app.post('/webhooks/shopify', express.raw({ limit: '2mb', type: () => true }), handler);
  const server = app.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }));
  process.on('SIGTERM', () => process.exit(0));
  process.on('disconnect', () => process.exit(0));
}

/** The same for a server that records what it takes: answers what became of the order. */
export function serveOrders(record: (order: PlainOrder) => Promise<'counted' | 'duplicate'>): void {
  serveWebhooks(async (request, response) => {
    const order = takeOrder(request);
    if (!order) response.status(401).json({ outcome: 'bad-signature' });
    else response.json({ outcome: await record(order) });
  });
}
