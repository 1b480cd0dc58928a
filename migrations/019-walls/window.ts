/** Which rows of a table a role sees, and which it may add, leave behind when it changes some, and remove. */
export interface Window {
  sees?: string;
  adds?: string;
  changes?: string;
  removes?: string;
}

/** By table and role; `all`: every row, for whatever the role has a right to. */
export type Windows = Record<string, Record<string, Window | 'all'>>;

function policiesOf(table: string, role: string, window: Window | 'all'): string[] {
  const policy = (verb: string, conditions: string) =>
    `CREATE POLICY ${role}_${verb.toLowerCase()} ON ${table} FOR ${verb} TO ${role} ${conditions};`;
  if (window === 'all') return [policy('ALL', 'USING (true)')];
  const { sees, adds, changes, removes } = window;
  return [
    ...(sees ? [policy('SELECT', `USING (${sees})`)] : []),
    ...(adds ? [policy('INSERT', `WITH CHECK (${adds})`)] : []),
    ...(changes ? [policy('UPDATE', `USING (${changes})`)] : []),
    ...(removes ? [policy('DELETE', `USING (${removes})`)] : []),
  ];
}

/** The statements that put each table behind the wall, also for its owner, and open its windows. */
export const wallsWith = (windows: Windows): string =>
  Object.entries(windows)
    .flatMap(([table, roles]) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
      `CREATE POLICY acts_for_all ON ${table} USING ((SELECT acts_for_all()));`,
      ...Object.entries(roles).flatMap(([role, window]) => policiesOf(table, role, window)),
    ])
    .join('\n');
