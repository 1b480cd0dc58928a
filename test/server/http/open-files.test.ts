import { execFileSync } from 'node:child_process';
import { expect } from 'chai';

describe('room for connections', () => {
  const ask = (openFiles: number, wanted: number) => {
    const program = `import { connectionsAllowed } from './server/http/open-files.ts'; console.log(connectionsAllowed(${wanted}));`;
    const script = `ulimit -n ${openFiles} && exec "$0" --import tsx --input-type=module -e "$1"`;
    const said = execFileSync('sh', ['-c', script, process.execPath, program], { encoding: 'utf8' });
    return parseInt(said, 10);
  };

  it('is what is wanted where the system allows as many open files', () => {
    expect(ask(900, 600)).to.equal(600);
  });

  it('leaves files for database and pages where the system allows fewer', () => {
    expect(ask(900, 20_000)).to.equal(700);
  });
});
