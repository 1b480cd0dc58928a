/** Files and connections beside those of senders and watchers: the database, logs, what pages are made of. */
const keptFree = 200;

/**
 * How many connections this process may have: what is wanted, or what the system's limit of open files leaves of it. A
 * process that opens its last file can neither reach its database nor read a page.
 */
export function connectionsAllowed(wanted: number): number {
  const limit = openFilesMax();
  return limit === undefined ? wanted : Math.max(1, Math.min(wanted, limit - keptFree));
}

/** The limit of open files (`ulimit -n`); undefined where there is none, or none that the system tells. */
function openFilesMax(): number | undefined {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft: number | string } } };
  const soft = userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : undefined;
}
