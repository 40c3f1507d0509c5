import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';

import { parseDocument } from 'yaml';

import { readCsv } from './files/read-csv.js';
import { writeLines } from './files/write-lines.js';
import { LinkageError } from './files/linkage-error.js';
import { candidateLines, clusterLines, pairLines } from './files/result-lines.js';
import { type LinkageSettings, readSettings } from './link/settings.js';
import { linkRecords } from './link/link-records.js';
import { recordTableBuilder } from './table/record-table.js';

const usage =
  'npm run -s link -- --settings FILE --in A.csv [--in B.csv] --pairs OUT.csv --clusters OUT.csv [--candidates OUT.csv]';
/** More faults than these say nothing new; they are only counted. */
const mostReports = 20;

interface LinkArguments {
  readonly settings: string;
  readonly inputs: readonly string[];
  readonly pairs: string;
  readonly clusters: string;
  /** Where all compared pairs go, for who wants to see what blocking misses. */
  readonly candidates: string | undefined;
}

const secondsBetween = process.stderr.isTTY ? 1 : 5;
const began = performance.now();
let lastSaid = began;
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Says faults of one kind, the first ones each and of the others how many there are. */
class Reports {
  readonly #kind: string;
  count = 0;

  constructor(kind: string) {
    this.#kind = kind;
  }

  add(fault: string): void {
    this.count += 1;
    if (this.count <= mostReports) say(fault);
  }

  end(): void {
    if (this.count > mostReports) say(`… and ${this.count - mostReports} more ${this.#kind}`);
  }
}

try {
  await link(readArguments(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof LinkageError)) throw error;
  for (const fault of error.faults) say(fault);
  process.exitCode = error.exitCode;
}

async function link(given: LinkArguments): Promise<void> {
  const settings = await settingsIn(given.settings);
  const builder = recordTableBuilder(settings);
  const seen = new Map<string, Set<string>>();
  const odd = new Reports('rows that are not as they should be');
  const broken = new Reports('rows that are left out');
  const report = (fault: string): void => odd.add(fault);
  const leaveOut = (fault: string): void => broken.add(fault);
  for (const [at, path] of given.inputs.entries()) {
    progress(`reading ${path}`);
    await readCsv({ path, source: sourceName(given.inputs, at), settings, builder, report, leaveOut, seen });
  }
  for (const reports of [odd, broken]) reports.end();
  const table = builder.build();
  const outcome = linkRecords(table, settings, progress);
  progress('writing');
  await writeLines(given.pairs, pairLines(table, outcome));
  await writeLines(given.clusters, clusterLines(table, outcome));
  if (given.candidates !== undefined) await writeLines(given.candidates, candidateLines(table, outcome));
  const { matchStatuses } = outcome.pairs;
  const automatic = matchStatuses.filter((status) => status === 'auto').length;
  progress(
    `done: ${table.size} records, ${outcome.candidates} pairs compared, ${automatic} linked, ` +
      `${matchStatuses.length - automatic} to review, ${new Set(outcome.clusterOf).size} clusters`,
  );
  if (broken.count > 0) {
    throw new LinkageError('data', [`The result is without ${broken.count} rows that could not be read.`]);
  }
}

/** Says each step that begins, and how much of one is done now and then. */
function progress(step: string, done?: number, of?: number): void {
  const now = performance.now();
  if (done !== undefined && now - lastSaid < secondsBetween * 1000) return;
  lastSaid = now;
  const part = done === undefined ? '' : ` ${done} of ${of}`;
  say(`${((now - began) / 1000).toFixed(1).padStart(6)} s  ${step}${part}`);
}

/** The file's name; the whole path only where two files have the same name. */
function sourceName(inputs: readonly string[], at: number): string {
  const path = inputs[at] ?? '';
  return inputs.some((other, number) => number !== at && basename(other) === basename(path)) ? path : basename(path);
}

function readArguments(args: readonly string[]): LinkArguments {
  const options = {
    settings: { type: 'string' },
    in: { type: 'string', multiple: true },
    pairs: { type: 'string' },
    clusters: { type: 'string' },
    candidates: { type: 'string' },
  } as const;
  let values;
  try {
    values = parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new LinkageError('usage', [(error as Error).message, `Usage: ${usage}`]);
  }
  const { settings, in: inputs = [], pairs, clusters, candidates } = values;
  if (settings === undefined || inputs.length === 0 || pairs === undefined || clusters === undefined) {
    throw new LinkageError('usage', ['An argument is missing.', `Usage: ${usage}`]);
  }
  if (new Set(inputs).size < inputs.length) throw new LinkageError('usage', ['A file is given twice.']);
  return { settings, inputs, pairs, clusters, candidates };
}

/** JSON is YAML too. */
async function settingsIn(path: string): Promise<LinkageSettings> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new LinkageError('noInput', [`${path}: can't be read (${error.code ?? 'unknown'})`]);
  });
  const document = parseDocument(text);
  const broken = document.errors.map(({ message }) => `${path}: ${message.split('\n')[0]}`);
  if (broken.length > 0) throw new LinkageError('settings', broken);
  const outcome = readSettings(document.toJS());
  if (!outcome.ok)
    throw new LinkageError(
      'settings',
      outcome.faults.map((fault) => `${path}: ${fault}`),
    );
  return outcome.settings;
}
