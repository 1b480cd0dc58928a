// Ends the process when it is about to commit for the fourth time, as kill -9 would.
import process from 'node:process';
import pg from 'pg';

const { query } = pg.Client.prototype;
let commits = 0;
pg.Client.prototype.query = function (text, ...more) {
  if (text === 'COMMIT' && (commits += 1) === 4) process.exit(9);
  return query.call(this, text, ...more);
};
