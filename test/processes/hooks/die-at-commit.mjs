// Loaded into a server by --import: the process kills itself at the first COMMIT that follows new orders, so nobody
// is answered. DIE says on which side of that COMMIT.
import process from 'node:process';
import pg from 'pg';

const { query } = pg.Client.prototype;
const recording = new WeakSet();

pg.Client.prototype.query = function (config, ...rest) {
  const text = typeof config === 'string' ? config : config?.text;
  if (text?.startsWith('INSERT INTO orders')) recording.add(this);
  if (text !== 'COMMIT' || !recording.has(this)) return query.call(this, config, ...rest);
  const committed = process.env.DIE === 'before commit' ? Promise.resolve() : query.call(this, config, ...rest);
  return committed.then(() => {
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  });
};
