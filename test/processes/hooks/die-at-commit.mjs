// Loaded into a server by --import: the process kills itself at the first COMMIT that follows a claim of deliveries, so
// nobody is answered. DIE says on which side of that COMMIT.
import process from 'node:process';
import pg from 'pg';

const { query } = pg.Client.prototype;
const claims = new WeakSet();

pg.Client.prototype.query = function (config, ...rest) {
  const text = typeof config === 'string' ? config : config?.text;
  if (text?.startsWith('INSERT INTO deliveries')) claims.add(this);
  if (text !== 'COMMIT' || !claims.has(this)) return query.call(this, config, ...rest);
  const committed = process.env.DIE === 'before commit' ? Promise.resolve() : query.call(this, config, ...rest);
  return committed.then(() => {
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  });
};
