import Papa from 'papaparse';

/** A product as the API takes it. */
export interface NewProduct {
  productId: string;
  title: string;
  price?: { amount: string; currency: string };
  imageUrl?: string;
  handle?: string;
}

/** Why a row cannot be taken, in a word that the page puts into a sentence. */
export type RowTrouble = 'noId' | 'badId' | 'twice' | 'noTitle' | 'badPrice' | 'badImage';

export interface ReadRow {
  /** As people count, the first row of the text is 1. */
  row: number;
  product?: NewProduct;
  trouble?: RowTrouble;
  /** What stood there. */
  said: string;
}

type Column = 'productId' | 'title' | 'price' | 'imageUrl' | 'handle';

/** What columns are called in exports of stores and in people's own tables. */
const names: Record<string, Column> = {
  id: 'productId',
  'product id': 'productId',
  productid: 'productId',
  product_id: 'productId',
  商品id: 'productId',
  商品编号: 'productId',
  title: 'title',
  name: 'title',
  product: 'title',
  商品: 'title',
  商品名称: 'title',
  名称: 'title',
  标题: 'title',
  price: 'price',
  'variant price': 'price',
  价格: 'price',
  单价: 'price',
  image: 'imageUrl',
  'image src': 'imageUrl',
  imageurl: 'imageUrl',
  图片: 'imageUrl',
  handle: 'handle',
};

const inOrder: readonly Column[] = ['productId', 'title', 'price', 'imageUrl', 'handle'];

/**
 * Reads products out of what somebody pasted or chose: a table with commas, semicolons or tabs between its columns, with a
 * line of names or without one (then: id, title, price, image, handle). Each row is told with what is wrong with it.
 */
export function readProducts(text: string, currency: string): ReadRow[] {
  const { data } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' });
  const named =
    data[0]?.map(
      (cell) =>
        names[
          cell
            .trim()
            .toLowerCase()
            .replace(/^\ufeff/, '')
        ],
    ) ?? [];
  const hasNames = named.includes('productId') || named.includes('title');
  const columns = hasNames ? named : inOrder;
  const seen = new Set<string>();
  return data.slice(hasNames ? 1 : 0).map((cells, at) => {
    const row = at + (hasNames ? 2 : 1);
    const cell = (column: Column) => (cells[columns.indexOf(column)] ?? '').trim();
    const said = cells.join(' · ').slice(0, 120);
    const read = readRow(cell, currency, seen);
    return typeof read === 'string' ? { row, said, trouble: read } : { row, said, product: read };
  });
}

function readRow(cell: (column: Column) => string, currency: string, seen: Set<string>): NewProduct | RowTrouble {
  // Shopify's programs write ids as gid://shopify/Product/123.
  const productId = cell('productId').replace(/^gid:\/\/shopify\/Product\//, '');
  if (productId === '') return 'noId';
  if (!/^[0-9A-Za-z_-]{1,64}$/.test(productId)) return 'badId';
  if (seen.has(productId)) return 'twice';
  seen.add(productId);
  const title = cell('title');
  if (title === '') return 'noTitle';
  const price = plainPrice(cell('price'));
  if (price !== '' && !/^\d{1,12}(\.\d{1,3})?$/.test(price)) return 'badPrice';
  const imageUrl = cell('imageUrl');
  if (imageUrl !== '' && !imageUrl.startsWith('https://')) return 'badImage';
  const handle = cell('handle');
  return {
    productId,
    title: title.slice(0, 300),
    ...(price && { price: { amount: price, currency } }),
    ...(imageUrl && { imageUrl }),
    ...(handle && { handle }),
  };
}

/** "¥1,234.50", "CNY 39.9" and "39.90元" as plain decimals; what is no number stays as it is, to be told. */
const plainPrice = (text: string) =>
  text
    .replace(/^(?:[A-Z]{2,3})?\s*[¥￥$€£]?\s*/, '')
    .replace(/\s*(?:元|[A-Z]{3})$/, '')
    .replace(/,(?=\d{3}(?:\D|$))/g, '');
