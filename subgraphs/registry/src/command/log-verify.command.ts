import { open, readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { publicJwk } from '../signing/signing-jwk.rule.js';
import type { VerificationKey } from '../signing/statement.rule.js';
import { LogCommandError, logExitCodes, runLogCommand } from '../log/access-log/access-log.errors.js';
import { persons, readHead } from '../log/access-log/log-head.rule.js';
import {
  NoExport,
  verifyLog,
  type KeptHead,
  type LogEvidence,
  type LogVerdict,
} from '../log/access-log/log-verification.rule.js';

const usage = 'Usage: npm run -s log:verify -- --in FILE --keys JWKS.json [--heads FILE|-]…';

const keySet = z.object({
  keys: z
    .array(
      publicJwk
        .extend({ since: z.coerce.date().default(new Date(0)), retiredAt: z.coerce.date().nullable().default(null) })
        .transform(({ since, retiredAt, ...publicKey }): VerificationKey => ({ publicKey, since, retiredAt })),
    )
    .min(1),
});
/** A line of a file of heads; whatever else its keeper wrote beside the head says nothing here. */
const keptHead = z.object({ head: z.string(), member: z.string().optional() });

await runLogCommand(async () => {
  const { input, keysFile, headFiles } = readArguments(process.argv.slice(2));
  const { keys } = await readJson(keysFile, keySet, 'a JSON Web Key Set of Ed25519 keys');
  const kept = await Promise.all(headFiles.map((path) => keptHeads(path, keys)));
  report(await verifyFile(input, { keys, kept: kept.flat() }));
});

function readArguments(args: readonly string[]): { input: string; keysFile: string; headFiles: readonly string[] } {
  const options = {
    in: { type: 'string' },
    keys: { type: 'string' },
    heads: { type: 'string', multiple: true },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    if (values.in === undefined || values.keys === undefined) throw new Error('An argument is missing.');
    return { input: values.in, keysFile: values.keys, headFiles: values.heads ?? [] };
  } catch (error) {
    throw new LogCommandError('usage', `${(error as Error).message}\n${usage}`, { cause: error });
  }
}

async function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  what: string,
): Promise<z.infer<Schema>> {
  const text = await readFile(path, 'utf8').catch(cannotRead(path));
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new LogCommandError('data', `${path} is not ${what}.`, { cause: error });
  }
}

/** The heads that somebody kept: a line each, from a file or from what is piped in. */
async function keptHeads(path: string, keys: readonly VerificationKey[]): Promise<KeptHead[]> {
  const given = path === '-' ? text(process.stdin) : readFile(path, 'utf8').catch(cannotRead(path));
  const heads: KeptHead[] = [];
  for (const [index, line] of (await given).split('\n').entries()) {
    if (line.trim() === '') continue;
    const place = `${path}, line ${index + 1}`;
    const parsed = keptHead.safeParse(parsedOrNull(line));
    if (!parsed.success) throw new LogCommandError('data', `${place} is not a head: {"head": "…"}.`);
    const claims = await readHead(parsed.data.head, keys);
    if (!claims) throw new LogCommandError('data', `${place}: none of the keys signed this head.`);
    const { member } = parsed.data;
    heads.push({ ...claims, label: `the head that ${member === undefined ? 'was' : `${member} has`} kept (${place})` });
  }
  return heads;
}

function parsedOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

async function verifyFile(path: string, evidence: LogEvidence): Promise<LogVerdict> {
  const file = await open(path).catch(cannotRead(path));
  try {
    return await verifyLog(file.readLines({ encoding: 'utf8' }), evidence);
  } catch (error) {
    if (!(error instanceof NoExport)) throw error;
    throw new LogCommandError('data', `${path}: ${error.message}`, { cause: error });
  } finally {
    await file.close();
  }
}

function whoseRows({ reader, member }: { readonly reader: string | null; readonly member: string | null }): string {
  if (member !== null) return `of what was granted of ${member}`;
  if (reader === null) return 'all';
  return reader === persons ? 'of what people read for themselves' : `of ${reader}`;
}

function report(verdict: LogVerdict): void {
  if (verdict.ok) {
    const { rows, shown, heads, kept } = verdict;
    const whose = whoseRows(verdict);
    const agreed = kept === 0 ? 'compared with no head that was kept elsewhere' : `${kept} kept heads agree`;
    process.stdout.write(`The log holds: ${rows} rows, ${shown} shown (${whose}), ${heads} signed heads; ${agreed}.\n`);
    return;
  }
  const { fault, line, row, message } = verdict.broken;
  process.stdout.write(`The log is broken: ${fault}, at line ${line}, row ${row}. ${message}\n`);
  process.exitCode = logExitCodes.broken;
}

function cannotRead(path: string) {
  return (error: NodeJS.ErrnoException): never => {
    throw new LogCommandError('noInput', `${path} cannot be read (${error.code ?? 'unknown'}).`, { cause: error });
  };
}
