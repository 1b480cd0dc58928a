// Loaded into a server by --import: its clock is CLOCK_SHIFT_MS off and jumps by CLOCK_JUMP_MS at SIGUSR2. Worker threads
// load it as well and are told of the jump, because a machine has one clock.
import process from 'node:process';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';

const RealDate = Date;
let shiftMs = Number(process.env.CLOCK_SHIFT_MS ?? 0);

globalThis.Date = class Date extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shiftMs);
    else super(...args);
  }
  static now() {
    return RealDate.now() + shiftMs;
  }
};

const jumps = new BroadcastChannel('clock jumps');
jumps.onmessage = ({ data }) => (shiftMs += data);
jumps.unref();
if (isMainThread)
  process.on('SIGUSR2', () => {
    const byMs = Number(process.env.CLOCK_JUMP_MS ?? 0);
    shiftMs += byMs;
    jumps.postMessage(byMs);
  });
