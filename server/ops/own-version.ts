import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of this program, from the package.json above it: one folder higher when it runs from what was built. */
export function ownVersion(): string {
  for (let folder = import.meta.dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const file = path.join(folder, 'package.json');
    if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  }
  return 'unknown';
}
