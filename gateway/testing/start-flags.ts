import { readFileSync } from 'node:fs';

const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');

/** The flags with which the package's own `start` runs Node. */
export const START_FLAGS: readonly string[] = (JSON.parse(manifest) as { scripts: { start: string } }).scripts.start
  .split(' ')
  .filter((word) => word.startsWith('--'));
