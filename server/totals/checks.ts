import { checkBySql, type BookCheck } from '../ledger/checks.js';

/**
 * Totals against the gifts they stand for. An order counts for a topic while at least one of its gifts there stands;
 * a line's units count once, to however many projects it gives.
 */
export const totalsChecks: readonly BookCheck[] = [
  checkBySql(
    'totals-equal-gifts',
    "Every topic's pledged sum, orders and units are those of its gifts.",
    // Everything is summed up order by order first, in the order of the gifts' index: no sort of all gifts, and what is
    // joined and grouped after that is small.
    `WITH by_line AS (
       SELECT order_id, line_id, currency, sum(pledged) AS pledged, max(units) AS units
       FROM gifts WHERE pledged > 0 GROUP BY order_id, line_id, currency),
     by_order AS (
       SELECT order_id, currency, sum(pledged) AS pledged, sum(units) AS units
       FROM by_line GROUP BY order_id, currency),
     by_project AS (
       SELECT order_id, project_id, currency, sum(pledged) AS pledged, sum(units) AS units
       FROM gifts WHERE pledged > 0 GROUP BY order_id, project_id, currency),
     expected AS (
       SELECT coalesce('shop:' || o.shop_id, 'session:' || o.session_id) AS topic, b.currency,
         sum(b.pledged) AS pledged, count(*) AS orders, sum(b.units) AS units
       FROM by_order b JOIN orders o ON o.id = b.order_id
       GROUP BY GROUPING SETS ((b.currency, o.shop_id), (b.currency, o.session_id))
       HAVING o.shop_id IS NOT NULL OR o.session_id IS NOT NULL
       UNION ALL
       SELECT 'project:' || project_id, currency, sum(pledged), count(*), sum(units)
       FROM by_project GROUP BY project_id, currency)
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
