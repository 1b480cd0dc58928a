import { checkBySql, type BookCheck } from '../ledger/checks.js';
import { ordersGiveTheirTarget } from './check-targets.js';

export const givingChecks: readonly BookCheck[] = [
  ordersGiveTheirTarget,
  checkBySql(
    'gifts-equal-transfers',
    'Every gift is the sum of its transfers, and all of them are on the books.',
    `SELECT coalesce(g.order_id, t.order_id)::text AS order, coalesce(g.no, t.gift_no) AS gift, g.pledged::text,
       coalesce(t.sum, 0)::text AS transferred, g.revision, coalesce(t.count, 0)::text AS transfers
     FROM gifts g FULL JOIN (
       SELECT order_id, gift_no, sum(CASE kind WHEN 'pledge' THEN amount ELSE -amount END) AS sum, count(*) AS count
       FROM transfers GROUP BY order_id, gift_no) t ON t.order_id = g.order_id AND t.gift_no = g.no
     WHERE g.order_id IS NULL OR g.pledged <> coalesce(t.sum, 0) OR g.revision <> coalesce(t.count, 0)`,
  ),
  checkBySql(
    'pending-equals-gifts',
    "Each project's pending account holds what its gifts have pledged.",
    `SELECT coalesce(a.owner, g.project_id) AS project, coalesce(a.currency, g.currency) AS currency,
       (a.credits - a.debits)::text AS pending, g.pledged::text
     FROM (SELECT * FROM accounts WHERE kind = 'project-pending') a FULL JOIN (
       SELECT project_id, currency, sum(pledged) AS pledged FROM gifts GROUP BY project_id, currency) g
       ON g.project_id = a.owner AND g.currency = a.currency
     WHERE coalesce(a.credits - a.debits, 0) <> coalesce(g.pledged, 0)`,
  ),
  checkBySql(
    'merchants-owe-their-gifts',
    "What each merchant owes is what its shops' totals say was given and is not yet paid.",
    `SELECT coalesce(a.owner, g.merchant_id) AS merchant, coalesce(a.currency, g.currency) AS currency,
       (a.debits - a.credits)::text AS owed, g.given::text
     FROM (SELECT * FROM accounts WHERE kind = 'merchant-owes') a FULL JOIN (
       SELECT s.merchant_id, t.currency, sum(t.pledged + t.confirmed) AS given
       FROM shops s JOIN topic_totals t ON t.topic = 'shop:' || s.id GROUP BY s.merchant_id, t.currency) g
       ON g.merchant_id = a.owner AND g.currency = a.currency
     WHERE coalesce(a.debits - a.credits, 0) <> coalesce(g.given, 0)`,
  ),
  checkBySql(
    'caps-hold',
    'No capped rule has given more than its cap, and what it has given is the sum of its gifts.',
    `SELECT c.rule, c.cap::text, c.given::text, coalesce(g.pledged, 0)::text AS gifts
     FROM rule_caps c LEFT JOIN (SELECT rule, sum(pledged) AS pledged FROM gifts GROUP BY rule) g ON g.rule = c.rule
     WHERE c.given <> coalesce(g.pledged, 0) OR c.given > c.cap`,
  ),
  checkBySql(
    'nothing-orphaned',
    'Every gift belongs to a line of a known order and to a project of its rule.',
    `SELECT g.order_id::text AS order, g.no AS gift, g.line_id, g.project_id FROM gifts g
     LEFT JOIN orders o ON o.id = g.order_id
     LEFT JOIN giving_rule_projects p ON p.rule = g.rule AND p.project_id = g.project_id
     WHERE o.id IS NULL OR o.updated_at IS NULL OR p.rule IS NULL`,
  ),
];
