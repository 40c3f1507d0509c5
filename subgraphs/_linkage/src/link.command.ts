import { basename } from 'node:path';
import { parseArgs } from 'node:util';

import { candidateLines, clusterLines, pairLines } from './files/result-lines.js';
import { CellReports, Reports } from './files/reports.js';
import { LinkageError } from './files/linkage-error.js';
import { checkWritable, writeFiles } from './files/output-files.js';
import { readCsv } from './files/read-csv.js';
import { readSettingsFile } from './files/read-settings-file.js';
import { sameFiles } from './files/same-file.js';
import type { LinkageSettings } from './link/settings.js';
import { type LinkageOutcome, linkRecords } from './link/link-records.js';
import { type RecordTable, recordTableBuilder } from './table/record-table.js';

const usage = `Usage: npm run -s link -- --settings FILE --in A.csv [--in B.csv]… --pairs PAIRS.csv --clusters CLUSTERS.csv
                           [--candidates CANDIDATES.csv]

Finds the records of one person in CSV files, and sends nothing anywhere.

  --settings FILE      which columns there are and how they are compared, in YAML or JSON
  --in FILE            a file of records with a header; given once for each file
  --pairs FILE         is written: the pairs of records that are linked, or that a person should look at
  --clusters FILE      is written: every record with its cluster
  --candidates FILE    is written: every pair of records that was compared
  -h, --help           says this

Exit codes: 0 done, 64 usage, 65 rows or a file that can't be read (written without these rows), 66 no such input,
73 an output can't be written, 78 wrong settings or a missing column.
subgraphs/_linkage/README.md has the settings.
`;

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
/** Signs in a file that would steer the terminal are shown as what they are. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}]/gu;
const say = (text: string): void => {
  process.stderr.write(`${text.replaceAll(unseen, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`)}\n`);
};

// Whoever reads the standard error may go; the work goes on.
process.stderr.on('error', () => undefined);

try {
  const given = readArguments(process.argv.slice(2));
  if (given === null) process.stdout.write(usage);
  else await link(given);
} catch (error) {
  if (!(error instanceof LinkageError)) throw error;
  for (const fault of error.faults) say(fault);
  process.exitCode = error.exitCode;
}

async function link(given: LinkArguments): Promise<void> {
  await checkFiles(given);
  const today = new Date().toISOString().slice(0, 10);
  const settings = await readSettingsFile(given.settings, { dates: { to: today } });
  const builder = recordTableBuilder(settings);
  const seen = new Map<string, Set<string>>();
  const odd = new Reports('rows that are not as they should be', say);
  const broken = new Reports('rows that are left out', say);
  const cells = new CellReports();
  try {
    for (const [at, path] of given.inputs.entries()) {
      progress(`reading ${path}`);
      await readCsv({
        path,
        source: sourceName(given.inputs, at),
        settings,
        builder,
        report: (fault) => odd.add(fault),
        leaveOut: (fault) => broken.add(fault),
        reportCell: (cell, line) => cells.add(cell, path, line),
        seen,
      });
    }
  } finally {
    for (const reports of [odd, broken]) reports.end();
  }
  const table = builder.build();
  const outcome = linkRecords(table, settings, progress);
  progress('writing');
  await writeFiles([
    { path: given.pairs, lines: pairLines(table, outcome) },
    { path: given.clusters, lines: clusterLines(table, outcome) },
    ...(given.candidates === undefined ? [] : [{ path: given.candidates, lines: candidateLines(table, outcome) }]),
  ]);
  progress(`done: ${summary(table, outcome)}`);
  for (const sentence of [...cells.sentences(), ...withoutRecords(table, settings)]) say(sentence);
  if (table.fields.some(({ kind }) => kind === 'date'))
    say(`Dates after ${settings.dates.to} count as missing; \`dates\` of the settings has the bounds.`);
  if (broken.count > 0) {
    throw new LinkageError('data', [`The result is without ${broken.count} rows that could not be read.`]);
  }
}

function summary({ size }: RecordTable, { candidates, pairs, clusterOf }: LinkageOutcome): string {
  const automatic = pairs.matchStatuses.filter((status) => status === 'auto').length;
  return (
    `${size} records, ${candidates} pairs compared, ${automatic} linked, ` +
    `${pairs.size - automatic} to review, ${new Set(clusterOf).size} clusters`
  );
}

/** What the settings say of records and sources that are not there: a slip that would go unnoticed. */
function withoutRecords({ ids, sources, sourceOf }: RecordTable, settings: LinkageSettings): readonly string[] {
  const { notTheSame, uniqueSources } = settings;
  const named = typeof uniqueSources === 'boolean' ? [] : uniqueSources;
  const key = (source: string | undefined, id: string): string => JSON.stringify([source, id]);
  const known = new Set(notTheSame.length === 0 ? [] : ids.map((id, at) => key(sources[sourceOf[at] ?? 0], id)));
  return [
    ...named
      .filter((source) => !sources.slice(1).includes(source))
      .map((source) => `uniqueSources: no record is of the source "${source}"`),
    ...notTheSame
      .flat()
      .filter(({ source, id }) => !known.has(key(source, id)))
      .map(({ source, id }) => `notTheSame: there is no record "${id}" of the source "${source}"`),
  ];
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

/** Nothing may be read from a file that is written, and nothing is begun that can't be written. */
async function checkFiles({ settings, inputs, pairs, clusters, candidates }: LinkArguments): Promise<void> {
  const outputs = [
    { option: '--pairs', path: pairs },
    { option: '--clusters', path: clusters },
    ...(candidates === undefined ? [] : [{ option: '--candidates', path: candidates }]),
  ];
  const same = await sameFiles([
    { option: '--settings', path: settings },
    ...inputs.map((path) => ({ option: '--in', path })),
    ...outputs,
  ]);
  if (same !== null) {
    const [one, other] = same.map(({ option, path }) => `${option} ${path}`);
    throw new LinkageError('usage', [`${one} and ${other} are one file, or differ in nothing but case.`]);
  }
  for (const { path } of outputs) await checkWritable(path);
}

/** @returns null when nothing is asked for but help */
function readArguments(args: readonly string[]): LinkArguments | null {
  const options = {
    settings: { type: 'string', multiple: true },
    in: { type: 'string', multiple: true },
    pairs: { type: 'string', multiple: true },
    clusters: { type: 'string', multiple: true },
    candidates: { type: 'string', multiple: true },
    help: { type: 'boolean', short: 'h' },
  } as const;
  let values;
  try {
    values = parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new LinkageError('usage', [(error as Error).message.split('. ')[0] ?? '', usage]);
  }
  const { help, in: inputs = [], ...files } = values;
  if (help === true || args.length === 0) return null;
  const only = (option: keyof typeof files, isNeeded: boolean): string | undefined => {
    const [path, another] = files[option] ?? [];
    const fault =
      path === undefined ? (isNeeded ? 'is missing' : null) : another === undefined ? null : 'is given twice';
    if (fault !== null) throw new LinkageError('usage', [`--${option} ${fault}.`, usage]);
    return path;
  };
  const [settings = '', pairs = '', clusters = ''] = [
    only('settings', true),
    only('pairs', true),
    only('clusters', true),
  ];
  const candidates = only('candidates', false);
  if (inputs.length === 0) throw new LinkageError('usage', ['--in is missing.', usage]);
  if ([settings, pairs, clusters, ...inputs, candidates].includes(''))
    throw new LinkageError('usage', ['A file has no name.', usage]);
  return { settings, inputs, pairs, clusters, candidates };
}
