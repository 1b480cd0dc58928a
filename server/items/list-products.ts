import type { Knex } from 'knex';
import type { Share, ShareBase } from '../giving/giving-rule.js';
import { partsOf } from '../giving/rule-versions.js';
import { badField } from '../http/problem.js';
import type { DraftRow } from './drafts.js';

/** Which products: those that give or will, those that do not, those with a draft. */
export type Tagged = 'yes' | 'no' | 'draft';

export interface ProductsAsked {
  shopId: string;
  search?: string | undefined;
  tagged?: Tagged | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** A rule version beside its product. */
export interface VersionFound {
  id: number;
  version: number;
  share: Share;
  base: ShareBase;
  from: Date;
  until: Date | null;
  cap: bigint | null;
  capReached: boolean;
  projects: { projectId: string; weight: number }[];
}

export interface ProductFound {
  productId: string;
  title: string;
  price: bigint | null;
  imageUrl: string | null;
  handle: string | null;
  now: VersionFound | undefined;
  upcoming: VersionFound | undefined;
  draft: DraftRow | undefined;
  /** All versions its rule ever had. */
  versions: number[];
}

interface FoundRow {
  product_id: string;
  title: string;
  price: bigint | null;
  image_url: string | null;
  handle: string | null;
  now_id: number | null;
  upcoming_id: number | null;
  has_draft: boolean;
  versions: number[] | null;
}

/**
 * One page of a shop's products, by title: those it told us, and those that have a rule all the same. The rule beside
 * each is the one in force as `RuleBook.inForce` says, and the next that will be.
 */
export async function listProducts(
  db: Knex,
  asked: ProductsAsked,
): Promise<{ products: ProductFound[]; nextCursor?: string }> {
  const place = asked.cursor === undefined ? undefined : readCursor(asked.cursor);
  const { rows } = await db.raw<{ rows: FoundRow[] }>(productsQuery(asked.tagged, place !== undefined), {
    shopId: asked.shopId,
    search: asked.search === undefined ? null : `%${asked.search.replaceAll(/[\\%_]/g, '\\$&')}%`,
    limit: asked.limit + 1,
    ...(place && { title: place[0], productId: place[1] }),
  });
  const page = rows.slice(0, asked.limit);
  const versions = await readVersions(
    db,
    page.flatMap((row) => [row.now_id ?? [], row.upcoming_id ?? []].flat()),
  );
  const drafts = await readDraftRows(db, asked.shopId, page);
  const last = rows.length > asked.limit ? page.at(-1) : undefined;
  return {
    products: page.map((row) => ({
      productId: row.product_id,
      title: row.title,
      price: row.price,
      imageUrl: row.image_url,
      handle: row.handle,
      now: versions.get(row.now_id ?? 0),
      upcoming: versions.get(row.upcoming_id ?? 0),
      draft: drafts.get(row.product_id),
      versions: row.versions ?? [],
    })),
    ...(last && { nextCursor: writeCursor(last) }),
  };
}

/** Titles are ordered by their bytes, the same on every database. */
function productsQuery(tagged: Tagged | undefined, hasPlace: boolean): string {
  const which = {
    yes: 'AND (n.id IS NOT NULL OR u.id IS NOT NULL)',
    no: 'AND n.id IS NULL AND u.id IS NULL AND d.product_id IS NULL',
    draft: 'AND d.product_id IS NOT NULL',
  };
  return `WITH ruled AS (
      SELECT DISTINCT ON (product_id) product_id, title FROM giving_rules WHERE shop_id = :shopId
      ORDER BY product_id, title IS NULL, version DESC),
    drafted AS (SELECT product_id, title FROM rule_drafts WHERE shop_id = :shopId),
    known AS (
      SELECT product_id, title, price, image_url, handle FROM products WHERE shop_id = :shopId
      UNION ALL
      SELECT product_id, coalesce(max(title), product_id), NULL, NULL, NULL
      FROM (TABLE ruled UNION ALL TABLE drafted) other
      WHERE NOT EXISTS (SELECT FROM products p WHERE p.shop_id = :shopId AND p.product_id = other.product_id)
      GROUP BY product_id)
    SELECT k.*, n.id AS now_id, u.id AS upcoming_id, d.product_id IS NOT NULL AS has_draft,
      ARRAY(SELECT id FROM giving_rules r WHERE r.shop_id = :shopId AND r.product_id = k.product_id) AS versions
    FROM known k
      LEFT JOIN LATERAL (SELECT id FROM (
          SELECT * FROM giving_rules r WHERE r.shop_id = :shopId AND r.product_id = k.product_id AND r.valid_from <= now()
          ORDER BY version DESC LIMIT 1) newest
        WHERE share IS NOT NULL AND (valid_until IS NULL OR valid_until > now())) n ON true
      LEFT JOIN LATERAL (SELECT id FROM giving_rules r
        WHERE r.shop_id = :shopId AND r.product_id = k.product_id AND r.valid_from > now() AND r.share IS NOT NULL
          AND NOT EXISTS (SELECT FROM giving_rules later WHERE later.shop_id = :shopId AND later.product_id = k.product_id
            AND later.version > r.version AND later.valid_from <= r.valid_from)
        ORDER BY valid_from LIMIT 1) u ON true
      LEFT JOIN drafted d ON d.product_id = k.product_id
    WHERE (:search::text IS NULL OR k.title ILIKE :search OR k.product_id ILIKE :search OR k.handle ILIKE :search)
      ${tagged === undefined ? '' : which[tagged]}
      ${hasPlace ? 'AND (k.title COLLATE "C", k.product_id COLLATE "C") > (:title, :productId)' : ''}
    ORDER BY k.title COLLATE "C", k.product_id COLLATE "C" LIMIT :limit`;
}

async function readVersions(db: Knex, ids: readonly number[]): Promise<Map<number, VersionFound>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.raw<{ rows: Omit<VersionFound, 'projects'>[] }>(
    `SELECT r.id, r.version, r.share, r.base, r.valid_from AS from, r.valid_until AS until, r.cap,
       coalesce(c.given >= c.cap, false) AS "capReached"
     FROM giving_rules r LEFT JOIN rule_caps c ON c.rule = r.id WHERE r.id = ANY (?::int[])`,
    [[...ids]],
  );
  const parts = await partsOf(db, ids);
  return new Map(rows.map((row) => [row.id, { ...row, projects: parts.get(row.id) ?? [] }]));
}

async function readDraftRows(db: Knex, shopId: string, page: readonly FoundRow[]): Promise<Map<string, DraftRow>> {
  const ids = page.filter((row) => row.has_draft).map((row) => row.product_id);
  if (ids.length === 0) return new Map();
  const rows: DraftRow[] = await db('rule_drafts').where({ shop_id: shopId }).whereIn('product_id', ids);
  return new Map(rows.map((row) => [row.product_id, row]));
}

const writeCursor = (row: FoundRow) => Buffer.from(JSON.stringify([row.title, row.product_id])).toString('base64url');

/** PostgreSQL takes no NUL in texts. */
const isStorable = (part: unknown) => typeof part === 'string' && !part.includes('\0');

function readCursor(cursor: string): [string, string] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && place.length === 2 && place.every(isStorable)) return place as [string, string];
  } catch {
    // Told below.
  }
  throw badField('cursor', 'must be the nextCursor of the page before');
}
