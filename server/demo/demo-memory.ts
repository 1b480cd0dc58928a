import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { SettingsError } from '../config.js';
import { explainFolderError } from '../database/embedded-errors.js';

/** What the demo must still know after a restart to go on where it stopped. */
export interface DemoMemory {
  /** Names this run of setting up: part of every Idempotency-Key, so that setting up again makes nothing twice. */
  run: string;
  operatorKey: string;
  webhookSecret: string;
  shopDomain: string;
  /** What was made already, by the demo's own names for it: "charity-lunch" -> its id. */
  ids: Record<string, string>;
  /** How many sessions have ended; the next one gets a number of its own. */
  endedSessions: number;
  /** No order number from here on was ever used. */
  nextOrder: number;
}

export interface KeptMemory {
  file: string;
  memory: DemoMemory;
  save(): void;
}

export const demoShopDomain = 'yunling-cooperative.myshopify.com';

/** Forgets everything that was made, as if on a new installation; keeps the operator's key. */
export function forget(memory: DemoMemory): void {
  Object.assign(memory, { ...freshMemory(), operatorKey: memory.operatorKey });
}

/**
 * Reads `demo.json` of the data folder. Nothing is written before the first save(): the folder belongs to the server,
 * which makes it as its database needs it.
 */
export function openMemory(dataFolder: string): KeptMemory {
  const file = path.resolve(dataFolder, 'demo.json');
  const memory = readMemory(file, dataFolder) ?? freshMemory();
  return { file, memory, save: () => writeWhole(file, `${JSON.stringify(memory, null, 2)}\n`) };
}

function freshMemory(): DemoMemory {
  return {
    run: randomUUID(),
    operatorKey: `kc_demo_${randomBytes(24).toString('base64url')}`,
    webhookSecret: randomBytes(32).toString('hex'),
    shopDomain: demoShopDomain,
    ids: {},
    endedSessions: 0,
    nextOrder: 1001,
  };
}

function readMemory(file: string, dataFolder: string): DemoMemory | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw explainFolderError(error, dataFolder);
  }
  try {
    return { ...freshMemory(), ...(JSON.parse(text) as Partial<DemoMemory>) };
  } catch {
    throw new SettingsError(`${file} cannot be read as JSON; delete it to let the demo start anew.`);
  }
}

/** Writes beside and renames, so that a crash leaves the old file or the new one; only the owner may read it. */
function writeWhole(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.new`;
  const handle = openSync(beside, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
}
