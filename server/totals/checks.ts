import { checkBySql, type BookCheck } from '../ledger/checks.js';

/**
 * Totals against the gifts they stand for. An order counts for a topic while at least one of its gifts there stands;
 * a line's units count once, to however many projects it gives.
 */
export const totalsChecks: readonly BookCheck[] = [
  checkBySql(
    'totals-equal-gifts',
    "Every topic's pledged sum, orders and units are those of its gifts.",
    `WITH standing AS (
       SELECT g.order_id, g.line_id, g.project_id, g.currency, g.pledged, g.units, o.shop_id, o.session_id
       FROM gifts g JOIN orders o ON o.id = g.order_id WHERE g.pledged > 0),
     by_line AS (
       SELECT 'shop:' || shop_id AS topic, order_id, line_id, currency, sum(pledged) AS pledged, max(units) AS units
       FROM standing GROUP BY 1, 2, 3, 4
       UNION ALL
       SELECT 'session:' || session_id, order_id, line_id, currency, sum(pledged), max(units)
       FROM standing WHERE session_id IS NOT NULL GROUP BY 1, 2, 3, 4
       UNION ALL
       SELECT 'project:' || project_id, order_id, line_id, currency, sum(pledged), max(units)
       FROM standing GROUP BY 1, 2, 3, 4),
     expected AS (
       SELECT topic, currency, sum(pledged) AS pledged, count(DISTINCT order_id) AS orders, sum(units) AS units
       FROM by_line GROUP BY topic, currency)
     SELECT coalesce(t.topic, e.topic) AS topic, coalesce(t.currency, e.currency) AS currency,
       t.pledged::text, e.pledged::text AS gifts, t.orders::text, e.orders::text AS orders_of_gifts, t.units::text,
       e.units::text AS units_of_gifts
     FROM topic_totals t FULL JOIN expected e ON e.topic = t.topic AND e.currency = t.currency
     WHERE coalesce(t.pledged, 0) <> coalesce(e.pledged, 0) OR coalesce(t.orders, 0) <> coalesce(e.orders, 0)
        OR coalesce(t.units, 0) <> coalesce(e.units, 0)`,
  ),
  checkBySql(
    'project-splits-equal-totals',
    "The parts of a topic's projects add up to the topic's total.",
    `SELECT coalesce(t.topic, p.topic) AS topic, coalesce(t.currency, p.currency) AS currency,
       (t.pledged + t.confirmed + t.paid)::text AS given, p.given::text AS given_by_project
     FROM topic_totals t FULL JOIN (
       SELECT topic, currency, sum(given) AS given FROM topic_projects GROUP BY topic, currency) p
       ON p.topic = t.topic AND p.currency = t.currency
     WHERE coalesce(t.pledged + t.confirmed + t.paid, 0) <> coalesce(p.given, 0)`,
  ),
];
