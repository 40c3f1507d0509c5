import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { parse } from 'csv-parse/sync';

import { LinkageError } from './files/linkage-error.js';
import { writeFiles } from './files/output-files.js';
import { countNames, type NameCount, type RankedName } from './names/count-names.js';
import { type NameKind, nameKinds } from './text/name-kind.js';

const usage =
  'npm run -s link:names -- --out SHARES.csv [--in LIST.csv]…, where LIST has the columns name,count[,kind]';

const mostFaults = 20;

type Line = Readonly<Record<string, string>>;

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

try {
  const { out, lists } = readArguments(process.argv.slice(2));
  const shares = countNames(rankedNames(), lists.flatMap(namesOf));
  const lines = shares.map(({ kind, name, share }) => `${kind},${name},${share}\n`);
  await writeFiles([{ path: out, lines: ['kind,name,share\n', ...lines] }]);
  say(`done: the shares of ${shares.length} names are in ${out}`);
} catch (error) {
  if (!(error instanceof LinkageError)) throw error;
  for (const fault of error.faults) say(fault);
  process.exitCode = error.exitCode;
}

function readArguments(args: readonly string[]): { readonly out: string; readonly lists: readonly string[] } {
  const options = { out: { type: 'string' }, in: { type: 'string', multiple: true } } as const;
  let values;
  try {
    values = parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new LinkageError('usage', [(error as Error).message, `Usage: ${usage}`]);
  }
  if (values.out === undefined) throw new LinkageError('usage', ['An argument is missing.', `Usage: ${usage}`]);
  return { out: values.out, lists: values.in ?? [] };
}

/** The lists of `names/ranks.csv`, one for women's given names and one for men's. */
function rankedNames(): readonly RankedName[] {
  const ranks = new Map<string, number>();
  return linesOf(new URL('../names/ranks.csv', import.meta.url)).map(({ kind = '', name = '' }) => {
    const rank = (ranks.get(kind) ?? 0) + 1;
    ranks.set(kind, rank);
    return kind.endsWith('given-name')
      ? { kind: 'given-name', name, rank, of: 0.5 }
      : { kind: kind as NameKind, name, rank, of: 1 };
  });
}

function namesOf(path: string): readonly NameCount[] {
  const lines = linesOf(path);
  for (const column of ['name', 'count']) {
    if (lines[0] !== undefined && !(column in lines[0])) {
      throw new LinkageError('data', [`${path}: there is no column "${column}".`]);
    }
  }
  const faults: string[] = [];
  const names = lines.map(({ name = '', count = '', kind = 'family-name' }, at): NameCount => {
    if (!/^\d+$/.test(count)) faults.push(`${path}: the count of name ${at + 1} is no whole number: "${count}"`);
    if (!isNameKind(kind)) {
      faults.push(`${path}: the kind of name ${at + 1} is none of ${nameKinds.join(', ')}: "${kind}"`);
    }
    return { name, count: Number(count), kind: isNameKind(kind) ? kind : 'family-name' };
  });
  if (faults.length > 0) throw new LinkageError('data', faults.slice(0, mostFaults));
  return names;
}

function isNameKind(kind: string): kind is NameKind {
  return nameKinds.some((one) => one === kind);
}

function linesOf(path: string | URL): readonly Line[] {
  let text;
  try {
    text = readFileSync(path);
  } catch (error) {
    throw new LinkageError('noInput', [(error as Error).message]);
  }
  try {
    return parse<Line>(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw new LinkageError('data', [`${path.toString()}: ${(error as Error).message}`]);
  }
}
