import type { MetricObject } from 'prom-client';
import type { Settings } from '../config.js';
import type { Installation } from '../installation.js';

/**
 * What primary and workers tell each other. Secrets travel only here, never as arguments or environment, which every user
 * of the machine can read.
 */
export type ToWorker =
  | { kind: 'begin'; settings: Settings; installation: Installation; rooms: string }
  | { kind: 'stop'; reason: string }
  | { kind: 'your-figures?'; asked: number }
  | { kind: 'all-figures'; asked: number; text: string };

export type ToPrimary =
  | { kind: 'here' }
  | { kind: 'listens'; url: string }
  /** One sentence; `settings` when a setting is to blame. */
  | { kind: 'cannot-start'; sentence: string; settings: boolean }
  | { kind: 'my-figures'; asked: number; figures: MetricObject[] }
  | { kind: 'all-figures?'; asked: number };
