import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parse } from 'csv-parse/sync';

/** The compiled command. */
export const linkCommand = fileURLToPath(new URL('../dist/link.command.js', import.meta.url));

/** A folder for the files of one test, and the command on them. */
export class LinkFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'birlik-link-'));

  at(name: string): string {
    return join(this.path, name);
  }

  /** Gives the path of the file. */
  write(name: string, content: string | Buffer): string {
    writeFileSync(this.at(name), content);
    return this.at(name);
  }

  /** Settings of three columns: nr, name, born. */
  settings(more: object = {}): string {
    return this.write(
      'settings.json',
      JSON.stringify({ id: 'nr', fields: { name: 'full-name', born: 'date' }, ...more }),
    );
  }

  /** Runs the command; its outputs are `pairs.csv` and `clusters.csv`. */
  run(settings: string, ...inputs: readonly string[]): SpawnSyncReturns<string> {
    return this.runWith([...this.arguments(settings, ...inputs)]);
  }

  arguments(settings: string, ...inputs: readonly string[]): readonly string[] {
    return [
      `--settings=${settings}`,
      ...inputs.map((input) => (input.startsWith('--') ? input : `--in=${input}`)),
      `--pairs=${this.at('pairs.csv')}`,
      `--clusters=${this.at('clusters.csv')}`,
    ];
  }

  runWith(args: readonly string[]): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [linkCommand, ...args], { encoding: 'utf8', cwd: this.path });
  }

  rows(name: string): Record<string, string>[] {
    return parse(readFileSync(this.at(name)), { columns: true });
  }

  names(): readonly string[] {
    return readdirSync(this.path).toSorted();
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
