// The recorder's thread from its source: a worker does not inherit the loader that the tests run with.
import { register } from 'tsx/esm/api';

register();
await import('../../server/intake/recorder-thread.ts');
