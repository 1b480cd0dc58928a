import { expect } from 'chai';
import {
  addLine,
  cancelled,
  editQuantity,
  paid,
  refundAmount,
  refundLines,
  shopifyOrder,
  updated,
  type LineSpec,
  type ShopifyOrder,
} from '../../server/demo/shopify-order.js';
import { callApi } from './start-kindcast.js';
import { booksBalance, givenByProject, send, setRule, settle, type Village } from './village.js';

/**
 * Plays a story, one happening a line, against the real server:
 *
 *   shop   JPY                                        the shop's currency (default CNY); first line only
 *   rule   honey  10%  school-lunch 60  well 40       also 2.00/unit, 1.00/order; options: cap=6.00 exTax
 *   order  o-7  honey 50.05  tea 20.00x3-1.50         orders/create, not paid; price x units - discount
 *   paid   o-7  [lines…]                              orders/paid, creating the order if need be; options: off=10.00
 *   refund o-7  honey 1 | o-7 all | o-7 10.00         refunds/create and orders/updated; `refund-alone` sends only the first
 *   edit   o-7  honey 1        add o-7 rice 8.00x2    orders/updated after an edit
 *   cancel o-7                 touch o-7              orders/cancelled; orders/updated with nothing that matters
 *   again                                             the last delivery once more, same webhook id; `again-as-new`: another id
 *   given  school-lunch 3.00  well 2.00               what the projects have, all others nothing
 *   total  5.00 orders 1 units 2                      what the session shows
 *   nets   o-7  79.90 85.00                           the lines' nets
 *   books  balance
 *
 * A line may end in `-> outcome` (counted, duplicate, nothing-to-give, dead-letter). Books are checked after every story.
 */
export async function tellStory(url: string, story: string): Promise<Village> {
  const lines = story
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
  const currency = /^shop\s+([A-Z]{3})/.exec(lines[0] ?? '')?.[1] ?? 'CNY';
  const teller = new Teller(await settle(url, { currency }));
  for (const line of lines) {
    try {
      await teller.play(line);
    } catch (error) {
      (error as Error).message = `in the line "${line}": ${(error as Error).message}`;
      throw error;
    }
  }
  await booksBalance(url);
  return teller.village;
}

const products = ['honey', 'tea', 'rice', 'card'];
const productId = (item: string) => 101 + products.indexOf(item);

class Teller {
  readonly #orders = new Map<string, ShopifyOrder>();
  readonly #items = new Map<string, string[]>();
  #last: (() => Promise<string>) | undefined;
  #lastAsNew: (() => Promise<string>) | undefined;
  #clock = Date.now();
  #orderIds = 9_000 + Math.floor(Math.random() * 1_000_000);

  constructor(readonly village: Village) {}

  async play(line: string): Promise<void> {
    const [happening, expected] = line.split('->').map((part) => part.trim());
    const [verb, ...words] = happening!.split(/\s+/);
    const outcome = await this.#happen(verb!, words);
    if (expected !== undefined) expect(outcome).to.equal(expected);
  }

  async #happen(verb: string, words: string[]): Promise<string | undefined> {
    const [name = '', ...rest] = words;
    switch (verb) {
      case 'shop':
        return undefined;
      case 'rule':
        return this.#rule(words);
      case 'order':
        return this.#deliver('orders/create', name, this.#newOrder(name, rest));
      case 'paid':
        return this.#deliver(
          'orders/paid',
          name,
          paid(this.#orders.get(name) ?? this.#newOrder(name, rest), this.#now()),
        );
      case 'touch':
        return this.#deliver('orders/updated', name, updated(this.#order(name), this.#now()));
      case 'refund':
      case 'refund-alone':
        return this.#refund(name, rest, verb === 'refund-alone');
      case 'edit':
        return this.#deliver(
          'orders/updated',
          name,
          editQuantity(this.#order(name), this.#line(name, rest[0]!), parseInt(rest[1]!, 10), this.#now()),
        );
      case 'add': {
        this.#items.get(name)!.push(rest[0]!);
        return this.#deliver(
          'orders/updated',
          name,
          addLine(this.#order(name), readLine(rest[0]!, rest[1]!), this.#now()),
        );
      }
      case 'cancel':
        return this.#deliver('orders/cancelled', name, cancelled(this.#order(name), this.#now(), { refund: false }));
      case 'again':
        return this.#last!();
      case 'again-as-new':
        return this.#lastAsNew!();
      default:
        return this.#expect(verb, words);
    }
  }

  async #expect(verb: string, words: string[]): Promise<undefined> {
    const { village } = this;
    if (verb === 'given') {
      const expected = Object.fromEntries(Object.keys(village.projects).map((title) => [title, 0]));
      const given = await givenByProject(village);
      for (let at = 0; at < words.length; at += 2) Object.assign(expected, { [words[at]!]: words[at + 1] });
      for (const [title, amount] of Object.entries(given))
        if (expected[title] === 0) expect(amount, title).to.match(/^0(\.0+)?$/);
        else expect(amount, title).to.equal(expected[title]);
    } else if (verb === 'total') {
      const { totals } = await callApi(village.url, 'GET', `/v1/sessions/${village.session.id}/totals`);
      const [given, , orders, , units] = words;
      expect(totals).to.have.length(1);
      expect(totals[0].given).to.equal(given);
      expect(`orders ${totals[0].orders} units ${totals[0].units}`).to.equal(`orders ${orders} units ${units}`);
    } else if (verb === 'nets') {
      const [name, ...nets] = words;
      const order = await callApi(village.url, 'GET', `/v1/orders/${village.shopId}/${this.#order(name!).id}`);
      expect(order.lines.map((line: { net: { amount: string } }) => line.net.amount)).to.deep.equal(nets);
    } else if (verb === 'books') {
      await booksBalance(village.url);
    } else throw new Error(`nobody knows how to "${verb}"`);
    return undefined;
  }

  async #rule([item, share, ...words]: string[]): Promise<undefined> {
    const more: Record<string, unknown> = {};
    const weights: Record<string, number> = {};
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]!;
      if (word.startsWith('cap=')) more.cap = { amount: word.slice(4), currency: this.village.currency };
      else if (word === 'exTax') more.base = 'exTax';
      else weights[word] = parseInt(words[(at += 1)]!, 10);
    }
    await setRule(this.village, productId(item!), share!, weights, more);
    return undefined;
  }

  #newOrder(name: string, words: string[]): ShopifyOrder {
    const lines: LineSpec[] = [];
    const items: string[] = [];
    const more: { orderDiscount?: string; taxesIncluded?: boolean; test?: boolean } = { taxesIncluded: true };
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at]!;
      if (word.startsWith('off=')) more.orderDiscount = word.slice(4);
      else if (word === 'untaxed') more.taxesIncluded = false;
      else if (word === 'test') more.test = true;
      else {
        items.push(word);
        lines.push(readLine(word, words[(at += 1)]!));
      }
    }
    const order = shopifyOrder({
      id: (this.#orderIds += 1),
      shopDomain: this.village.domain,
      currency: this.village.currency,
      processedAt: this.#now(),
      lines,
      noteAttributes: [{ name: '_kindcast_session', value: this.village.session.token }],
      ...more,
    });
    this.#orders.set(name, order);
    this.#items.set(name, items);
    return order;
  }

  async #refund(name: string, [what, units]: string[], alone: boolean): Promise<string> {
    const before = this.#order(name);
    const at = this.#now();
    const { order, refund } =
      what === 'all'
        ? refundLines(
            before,
            before.line_items
              .map((line, index) => ({ line: index, quantity: line.current_quantity }))
              .filter(({ quantity }) => quantity > 0),
            at,
          )
        : units === undefined
          ? refundAmount(before, what!, at)
          : refundLines(before, [{ line: this.#line(name, what!), quantity: parseInt(units, 10) }], at);
    const outcome = await this.#send('refunds/create', refund);
    this.#orders.set(name, order);
    return alone ? outcome : this.#deliver('orders/updated', name, order);
  }

  #deliver(topic: string, name: string, order: ShopifyOrder): Promise<string> {
    this.#orders.set(name, order);
    return this.#send(topic, order);
  }

  async #send(topic: string, payload: unknown): Promise<string> {
    const webhookId = `story-${(this.#clock += 1)}`;
    const sent = (id: string) => async () => {
      const { status, body } = await send(this.village, topic, payload, { webhookId: id });
      expect(status, JSON.stringify(body)).to.equal(200);
      return body.outcome as string;
    };
    this.#last = sent(webhookId);
    this.#lastAsNew = () => sent(`story-${(this.#clock += 1)}`)();
    return this.#last();
  }

  #order(name: string): ShopifyOrder {
    const order = this.#orders.get(name);
    if (!order) throw new Error(`nobody ordered ${name}`);
    return order;
  }

  #line(name: string, item: string): number {
    return this.#items.get(name)!.indexOf(item);
  }

  /** Every happening is a second later than the one before, as stores stamp whole seconds. */
  #now(): Date {
    return new Date((this.#clock += 1_000));
  }
}

/** `50.05`, `20.00x3`, `20.00x3-1.50`; tax of a line is written `10.00~1.30`. */
function readLine(item: string, text: string): LineSpec {
  const match = /^([\d.]+)(?:x(\d+))?(?:-([\d.]+))?(?:~([\d.]+))?$/.exec(text);
  if (!match) throw new Error(`"${text}" is no price`);
  const [, unitPrice, quantity = '1', discount, tax] = match;
  return {
    productId: item === 'tip' ? null : productId(item),
    title: item,
    unitPrice: unitPrice!,
    quantity: parseInt(quantity, 10),
    ...(discount && { discount }),
    ...(tax && { tax }),
    ...(item === 'card' && { giftCard: true }),
  };
}
