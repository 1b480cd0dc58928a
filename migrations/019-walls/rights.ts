/** What each role may do with which table and column. Rows are another matter: sight.ts. */
const granted: Record<string, readonly string[]> = {
  /** The API's requests, behind row-level security. Of the books they only read. Other tables' migrations grant the rest. */
  kindcast_server: [
    'SELECT, INSERT ON rule_caps',
    'SELECT ON orders, gifts, transfers, accounts',
    'SELECT, INSERT ON topics',
    'UPDATE (title, status, goal, goal_currency, seq, changed_at) ON topics',
    'SELECT ON topic_totals, topic_projects, topic_history',
    'SELECT, UPDATE (reason, body, attempts, replayed_at) ON dead_letters',
    'SELECT, INSERT, UPDATE ON idempotency_keys',
  ],
  /** The recorder, which serves all merchants in one transaction; the directory of shops; what it could not record. */
  kindcast_intake: [
    'SELECT (id, merchant_id, platform, domain, currency, webhook_secret, rules_version, created_at) ON shops',
    'SELECT (id, token) ON sessions',
    'SELECT (session_id, shop_id) ON session_shops',
    'SELECT ON giving_rules, giving_rule_projects, rule_caps, orders, gifts, accounts',
    'UPDATE (given) ON rule_caps',
    'INSERT, UPDATE (updated_at, session_id, state) ON orders',
    'INSERT, UPDATE (pledged, units, revision) ON gifts',
    'INSERT, UPDATE (debits, credits) ON accounts',
    'INSERT ON transfers',
    'SELECT (topic, seq, recent_gifts, recent_seqs), UPDATE (seq, changed_at, recent_gifts, recent_seqs) ON topics',
    'SELECT, INSERT, UPDATE (pledged, confirmed, paid, matched, orders, units) ON topic_totals',
    'SELECT, INSERT, UPDATE (given) ON topic_projects',
    'SELECT (id, delivery_key, reason, replayed_at), INSERT, UPDATE (reason) ON dead_letters',
  ],
  /** Pages, snapshots, the feed: what anybody may know, and no secret among it. */
  kindcast_public: [
    'SELECT ON organisations, projects, session_shops, giving_rules, giving_rule_projects, rule_caps',
    'SELECT (id, merchant_id, platform, domain, currency, region, origins, created_at) ON shops',
    'SELECT (id, title, streamer, provider, channel, status, goal, goal_currency, created_at, started_at, ended_at) ON sessions',
    'SELECT ON topics, topic_totals, topic_projects, topic_history',
    // One order at a time, for the page that thanks its buyer.
    'SELECT (id, shop_id, store_order_id, session_id, state) ON orders',
    'SELECT ON gifts',
    'SELECT (order_id, gift_no, revision, kind, amount) ON transfers',
  ],
  /** What the leader does for all. UPDATE of one column where a row is only locked before it goes. */
  kindcast_jobs: [
    // Telling organisations what happened; of orders and sessions no more than whose they are.
    'SELECT ON transfers, gifts, giving_rules, projects, session_shops, topic_totals',
    'SELECT (id, shop_id, store_order_id, session_id) ON orders',
    'SELECT (id, merchant_id, domain, currency) ON shops',
    'SELECT (id, title, streamer, status, goal, goal_currency, started_at, ended_at, organisation_id) ON sessions',
    'SELECT (topic, title, status, goal, goal_currency, seq, changed_at) ON topics',
    'SELECT, INSERT, DELETE, UPDATE (grain) ON topic_history',
    'SELECT (key, created_at), DELETE, UPDATE (created_at) ON idempotency_keys',
    'SELECT (id, replayed_at), DELETE, UPDATE (replayed_at) ON dead_letters',
  ],
  /** The checks of the books read all of them, and write nothing. */
  kindcast_checks: [
    'SELECT ON orders, gifts, transfers, accounts, giving_rules, giving_rule_projects, rule_caps',
    'SELECT (topic, currency, pledged, confirmed, paid, matched, orders, units) ON topic_totals',
    'SELECT ON topic_projects',
    'SELECT (id, merchant_id) ON shops',
    'SELECT (id, charity_id) ON projects',
  ],
  /** Who signs in, and with what. */
  kindcast_people: ['SELECT, INSERT ON operator_key', 'SELECT ON organisations'],
};

/** What the one role there was did for all of them; what it keeps of it is said anew above. */
const noLongerTheServers = `orders, gifts, transfers, accounts, rule_caps, topics, topic_totals, topic_projects, topic_history,
    dead_letters, idempotency_keys, operator_key`;

export const rights = `
  REVOKE ALL ON ${noLongerTheServers} FROM kindcast_server;
  REVOKE ALL ON SEQUENCE order_ids FROM kindcast_server;
  GRANT USAGE ON SEQUENCE order_ids TO kindcast_intake;
  ${Object.entries(granted)
    .flatMap(([role, lines]) => lines.map((line) => `GRANT ${line} TO ${role};`))
    .join('\n  ')}`;
