import type { Pool } from 'pg';

/** A page shows no more; a session with more has them in its totals. */
const projectsMax = 100;

/** Ids of the projects a session gives to: by the rules of its shops that hold now, and by gifts that were made. */
export async function projectsOfSession(pool: Pool, sessionId: string): Promise<string[]> {
  const { rows } = await pool.query<{ project_id: string }>({
    name: 'projects-of-session',
    text: `SELECT project_id FROM topic_projects WHERE topic = 'session:' || $1
      UNION
      SELECT p.project_id FROM session_shops s
        JOIN giving_rules r ON r.shop_id = s.shop_id
        JOIN giving_rule_projects p ON p.rule = r.id
      WHERE s.session_id = $1 AND r.share IS NOT NULL AND r.valid_from <= now()
        AND (r.valid_until IS NULL OR r.valid_until > now())
        AND NOT EXISTS (
          SELECT FROM giving_rules n WHERE n.shop_id = r.shop_id AND n.product_id = r.product_id
            AND n.version > r.version AND n.valid_from <= now())
      LIMIT ${projectsMax}`,
    values: [sessionId],
  });
  return rows.map((row) => row.project_id);
}
