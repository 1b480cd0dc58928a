import { expect } from 'chai';
import { eachFrame, serverFrame } from './frames.js';

const texts = ['a', 'b'.repeat(125), 'c'.repeat(126), '慈'.repeat(400), 'd'.repeat(65_535)];
const bytes = Buffer.concat(texts.map(serverFrame));

/** Reads what came in pieces of this length as a watcher does: what is left of one goes before the next. */
function readInPieces(length: number): string[] {
  const heard: string[] = [];
  let rest: Buffer = Buffer.alloc(0);
  for (let at = 0; at < bytes.length; at += length) {
    const piece = Buffer.concat([rest, bytes.subarray(at, at + length)]);
    const read = eachFrame(piece, 0, piece.length, (opcode, start, end) => {
      expect(opcode).to.equal(1);
      heard.push(piece.toString('utf8', start, end));
    });
    rest = piece.subarray(read);
  }
  expect(rest).to.have.length(0);
  return heard;
}

describe('a watcher of the bench', () => {
  it('finds every frame, however the network cuts them', () => {
    for (const length of [bytes.length, 1_000, 127, 100]) expect(readInPieces(length)).to.deep.equal(texts);
  });
});
