import { expect } from 'chai';
import fc from 'fast-check';
import { readEvidenceFile, type EvidenceType } from '../../../server/charities/evidence-file.js';
import { jpeg, pdf, png } from '../../support/papers.js';

const zip = Buffer.from('PK\x03\x04<script>alert(1)</script>', 'latin1');

describe('a file sent as evidence', () => {
  it('is kept as it is when it is what it says', () => {
    expect(readEvidenceFile('image/png', png())).to.deep.equal(png());
    expect(readEvidenceFile('image/jpeg', jpeg())).to.deep.equal(jpeg());
    expect(readEvidenceFile('application/pdf', pdf())).to.deep.equal(pdf());
  });

  it('loses what hangs on behind the end of a picture, be it a film or another file in disguise', () => {
    expect(readEvidenceFile('image/png', Buffer.concat([png(), zip]))).to.deep.equal(png());
    expect(readEvidenceFile('image/jpeg', Buffer.concat([jpeg(), zip]))).to.deep.equal(jpeg());
  });

  const refused: [string, EvidenceType, Buffer, RegExp][] = [
    ['an empty file', 'application/pdf', Buffer.alloc(0), /empty/],
    ['a page in disguise', 'image/png', Buffer.from('<html><script>alert(1)</script>'), /no whole PNG/],
    ['a PDF called a PNG', 'image/png', pdf(), /no whole PNG/],
    ['a PNG called a PDF', 'application/pdf', png(), /no whole PDF/],
    ['a page in front of a PDF', 'application/pdf', Buffer.concat([Buffer.from('<html>'), pdf()]), /no whole PDF/],
    ['a PDF with another file behind it', 'application/pdf', Buffer.concat([pdf(), Buffer.alloc(2_000)]), /not whole/],
    ['half a PNG', 'image/png', png().subarray(0, 50), /no whole PNG/],
    ['half a JPEG', 'image/jpeg', jpeg().subarray(0, 30), /no whole JPEG/],
    [
      'a picture that claims to be gigantic',
      'image/png',
      png(2, 2, { width: 65_000, height: 65_000 }),
      /too many points/,
    ],
  ];
  for (const [what, type, bytes, says] of refused)
    it(`is refused when it is ${what}`, () => {
      expect(() => readEvidenceFile(type, bytes)).to.throw(says);
    });

  it('never upsets the reader, whatever the bytes are', () => {
    const starts = fc.constantFrom(Buffer.alloc(0), png().subarray(0, 33), jpeg().subarray(0, 20), jpeg(), png());
    fc.assert(
      fc.property(
        starts,
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('image/png', 'image/jpeg'),
        (a, b, type) => {
          try {
            readEvidenceFile(type as EvidenceType, Buffer.concat([a, b]));
          } catch (error) {
            expect((error as Error).name).to.equal('Problem');
          }
        },
      ),
    );
  });
});
