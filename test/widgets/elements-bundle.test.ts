import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';

const root = path.resolve(import.meta.dirname, '../..');
const built = path.join(root, 'dist/widgets');
const limits = { loaderBytes: 10_000, wholeBytesGzip: 25_000 };

const read = (file: string) => readFileSync(path.join(built, file));
const gzip = (file: string) => gzipSync(read(file), { level: 9 }).length;

describe('the bundle of the elements', () => {
  it(`has a loader of at most ${limits.loaderBytes} bytes`, () => {
    const { length } = read('kindcast.js');
    console.log(`      kindcast.js: ${length} bytes`);
    expect(length).to.be.at.most(limits.loaderBytes);
  });

  it(`weighs at most ${limits.wholeBytesGzip} bytes, compressed, with everything a page can ever load`, () => {
    const files = readdirSync(built).filter((file) => /^kindcast.*\.(js|css)$/.test(file));
    expect(files).to.have.members(['kindcast.js', 'kindcast-elements.js', 'kindcast-socket.js', 'kindcast.css']);
    const sizes = files.map((file) => ({ file, bytes: gzip(file) }));
    const whole = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`      ${sizes.map(({ file, bytes }) => `${file} ${bytes}`).join(', ')}: ${whole} bytes gzip`);
    expect(whole).to.be.at.most(limits.wholeBytesGzip);
    // Nothing else is fetched by them.
    for (const file of files.filter((name) => name.endsWith('.js')))
      for (const [, imported] of read(file)
        .toString()
        .matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']*)["']/g))
        expect(files).to.include(path.basename(imported!));
  });

  it('is described by custom-elements.json as it is now; if not, run npm run manifest', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kindcast-manifest-'));
    try {
      const cem = createRequire(import.meta.url).resolve('@custom-elements-manifest/analyzer/cem.js');
      execFileSync(process.execPath, [cem, 'analyze', '--quiet', '--outdir', path.relative(root, folder)], {
        cwd: root,
      });
      const now = readFileSync(path.join(folder, 'custom-elements.json'), 'utf8');
      expect(readFileSync(path.join(root, 'custom-elements.json'), 'utf8')).to.equal(now);
      expect(read('custom-elements.json').toString()).to.equal(now);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
