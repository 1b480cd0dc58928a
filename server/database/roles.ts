import type pg from 'pg';

/**
 * What each kind of work with the database is done as; what each may, and which rows it sees, is in migration 019.
 *
 * - `server`: requests of the API, behind row-level security
 * - `intake`: recording orders, and what verifies them
 * - `public`: pages, snapshots, the feed; reads what anybody may know
 * - `jobs`: what the leader does for all
 * - `checks`: the checks of the books; reads them all
 * - `people`: who signs in, and with what
 */
export const databaseRoles = ['server', 'intake', 'public', 'jobs', 'checks', 'people'] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

/** A role's name in PostgreSQL. */
export const roleName = (role: DatabaseRole) => `kindcast_${role}`;

/** How each role connects: plain data, so that it can be told to other threads and processes. */
export type RoleAddresses = Record<DatabaseRole, pg.ClientConfig>;

/** Where the database is, for all who connect: the owner migrates, the roles work with fewer rights. */
export interface DatabaseAddress {
  owner: pg.ClientConfig;
  roles: RoleAddresses;
}

export const forEachRole = (addressOf: (role: DatabaseRole) => pg.ClientConfig): RoleAddresses =>
  Object.fromEntries(databaseRoles.map((role) => [role, addressOf(role)])) as RoleAddresses;

/**
 * The address of a PostgreSQL somebody else runs: its user owns and migrates, our connections take on the role that each
 * works as.
 */
export function addressOfUrl(connectionString: string): DatabaseAddress {
  const { url, options } = withoutOptions(connectionString);
  return {
    owner: { connectionString },
    roles: forEachRole((role) => ({
      connectionString: url,
      options: `${options} -c role=${roleName(role)}`.trimStart(),
    })),
  };
}

/** pg lets `?options=` of the address win over everything else; then the server would work as the owner. */
function withoutOptions(connectionString: string): { url: string; options: string } {
  const url = new URL(connectionString);
  const options = url.searchParams.get('options');
  if (options === null) return { url: connectionString, options: '' };
  url.searchParams.delete('options');
  return { url: url.href, options };
}

/** What an administrator runs where DATABASE_URL's user may make no roles. */
export const rolesByHand = (user: string): string =>
  databaseRoles.map((role) => `CREATE ROLE ${roleName(role)}; GRANT ${roleName(role)} TO ${user};`).join(' ');
