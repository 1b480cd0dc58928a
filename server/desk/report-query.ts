/** What PostgreSQL answers to {@link reportQuery}: money as text, for JSON numbers would round it. */
export interface ReportRows {
  totals:
    | {
        currency: string;
        given: string;
        pledged: string;
        confirmed: string;
        paid: string;
        orders: number;
        units: number;
      }[]
    | null;
  projects: { projectId: string; title: string; charity: string; currency: string; given: string }[] | null;
  shops:
    | {
        shopId: string;
        domain: string;
        merchant: string;
        currency: string;
        orders: number;
        units: number;
        given: string;
      }[]
    | null;
  items:
    | {
        shopId: string;
        productId: string;
        title: string | null;
        currency: string;
        orders: number;
        units: number;
        given: string;
      }[]
    | null;
  steps: { at: string; currency: string; given: string; orders: number }[] | null;
  /** Orders that give less than they once did. */
  less: { id: string; currency: string; less: string }[] | null;
  recognised: { evidence: string; orders: number }[] | null;
}

/** Of a famous session a report names the items that gave most; a spreadsheet of more helps nobody. */
const itemsMax = 500;
const stepsMax = 4_000;

/**
 * One statement, so that every number is of the same moment. The session's orders are found by its shops as well, because
 * databases older than PostgreSQL 16 have no index on the session (migration 017).
 *
 * Bindings: session, topic, from, until, step (an interval)
 */
export const reportQuery = `
  WITH own AS MATERIALIZED (
    SELECT id, shop_id,
      CASE json_typeof(state) WHEN 'array' THEN state ->> 3 ELSE state -> 'session' ->> 'evidence' END AS evidence
    FROM orders WHERE session_id = :session
      AND shop_id IN (SELECT shop_id FROM session_shops WHERE session_id = :session)),
  given AS MATERIALIZED (
    SELECT o.shop_id, g.order_id, g.no, g.line_id, r.product_id, g.currency, g.pledged, g.units
    FROM own o JOIN gifts g ON g.order_id = o.id JOIN giving_rules r ON r.id = g.rule),
  lines AS MATERIALIZED (
    -- a line that gives to several projects sold its units once
    SELECT shop_id, order_id, product_id, currency, sum(pledged) AS given, max(units) AS units
    FROM given GROUP BY shop_id, order_id, line_id, product_id, currency),
  posted AS MATERIALIZED (
    SELECT g.order_id, g.no, g.currency, t.revision, t.recorded_at,
      CASE t.kind WHEN 'pledge' THEN t.amount WHEN 'reverse' THEN -t.amount ELSE 0 END AS amount
    FROM given g JOIN transfers t ON t.order_id = g.order_id AND t.gift_no = g.no),
  less AS (
    SELECT order_id, currency, sum(most - stands) AS less FROM (
      SELECT order_id, no, currency, max(stood) AS most, (array_agg(stood ORDER BY revision DESC))[1] AS stands FROM (
        SELECT order_id, no, currency, revision, sum(amount) OVER (PARTITION BY order_id, no ORDER BY revision) AS stood
        FROM posted) steps
      GROUP BY order_id, no, currency) gifts
    WHERE most > stands GROUP BY order_id, currency)
  SELECT
    (SELECT json_agg(json_build_object('currency', currency, 'given', (pledged + confirmed + paid)::text,
        'pledged', pledged::text, 'confirmed', confirmed::text, 'paid', paid::text, 'orders', orders, 'units', units)
        ORDER BY pledged + confirmed + paid DESC, currency)
      FROM topic_totals WHERE topic = :topic) AS totals,
    (SELECT json_agg(json_build_object('projectId', p.id, 'title', p.title, 'charity', c.name, 'currency', t.currency,
        'given', t.given::text) ORDER BY t.given DESC, p.id)
      FROM topic_projects t JOIN projects p ON p.id = t.project_id JOIN organisations c ON c.id = p.charity_id
      WHERE t.topic = :topic) AS projects,
    (SELECT json_agg(json_build_object('shopId', s.id, 'domain', s.domain, 'merchant', m.name, 'currency', l.currency,
        'orders', l.orders, 'units', l.units, 'given', l.given::text) ORDER BY l.given DESC, s.id)
      FROM (SELECT shop_id, currency, count(DISTINCT order_id) FILTER (WHERE given > 0)::int AS orders,
          sum(units)::int AS units, sum(given) AS given FROM lines GROUP BY shop_id, currency) l
        JOIN shops s ON s.id = l.shop_id JOIN organisations m ON m.id = s.merchant_id) AS shops,
    (SELECT json_agg(json_build_object('shopId', l.shop_id, 'productId', l.product_id, 'title',
        (SELECT title FROM giving_rules r WHERE r.shop_id = l.shop_id AND r.product_id = l.product_id AND title IS NOT NULL
          ORDER BY version DESC LIMIT 1),
        'currency', l.currency, 'orders', l.orders, 'units', l.units, 'given', l.given::text)
        ORDER BY l.given DESC, l.product_id)
      FROM (SELECT shop_id, product_id, currency, count(DISTINCT order_id) FILTER (WHERE given > 0)::int AS orders,
          sum(units)::int AS units, sum(given) AS given FROM lines GROUP BY shop_id, product_id, currency
          ORDER BY sum(given) DESC LIMIT ${itemsMax}) l) AS items,
    (SELECT json_agg(json_build_object('at', at, 'currency', currency, 'given', given::text, 'orders', orders)
        ORDER BY at, currency)
      FROM (SELECT date_bin(:step::interval, recorded_at, :from) AS at, currency, sum(amount) AS given,
          count(DISTINCT order_id) FILTER (WHERE revision = 1)::int AS orders
        FROM posted WHERE recorded_at >= :from AND recorded_at <= :until
        GROUP BY 1, 2 ORDER BY 1 LIMIT ${stepsMax}) s) AS steps,
    (SELECT json_agg(json_build_object('id', order_id::text, 'currency', currency, 'less', less::text) ORDER BY less DESC)
      FROM less) AS less,
    (SELECT json_agg(json_build_object('evidence', evidence, 'orders', orders) ORDER BY orders DESC)
      FROM (SELECT evidence, count(*)::int AS orders FROM own
        WHERE evidence IS NOT NULL AND id IN (SELECT order_id FROM lines WHERE given > 0) GROUP BY evidence) e) AS recognised`;
