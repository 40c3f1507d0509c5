import { open, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { publicJwk } from '../signing/signing-jwk.rule.js';
import { verifyStatement, type VerificationKey } from '../signing/statement.rule.js';
import { LogCommandError, logExitCodes, runLogCommand } from '../log/access-log/access-log.errors.js';
import { headClaims, headType, personsChain, type HeadClaims } from '../log/access-log/log-chain.rule.js';
import { NoExport, verifyLog, type LogVerdict } from '../log/access-log/log-verification.rule.js';

const usage = 'Usage: npm run -s log:verify -- --in FILE --keys JWKS.json [--head HEAD.json]';

const keySet = z.object({
  keys: z
    .array(
      publicJwk
        .extend({ since: z.coerce.date().default(new Date(0)), retiredAt: z.coerce.date().nullable().default(null) })
        .transform(({ since, retiredAt, ...publicKey }): VerificationKey => ({ publicKey, since, retiredAt })),
    )
    .min(1),
});
const keptHead = z.object({ head: z.string() });

await runLogCommand(async () => {
  const { input, keysFile, headFile } = readArguments(process.argv.slice(2));
  const { keys } = await readJson(keysFile, keySet, 'a JSON Web Key Set of Ed25519 keys');
  const known = headFile === null ? null : await knownHead(headFile, keys);
  report(await verifyFile(input, { keys, known }));
});

function readArguments(args: readonly string[]): { input: string; keysFile: string; headFile: string | null } {
  const options = { in: { type: 'string' }, keys: { type: 'string' }, head: { type: 'string' } } as const;
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    if (values.in === undefined || values.keys === undefined) throw new Error('An argument is missing.');
    return { input: values.in, keysFile: values.keys, headFile: values.head ?? null };
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

async function knownHead(path: string, keys: readonly VerificationKey[]): Promise<HeadClaims> {
  const { head } = await readJson(path, keptHead, 'a head: {"head": "…"}');
  const claims = headClaims.safeParse(await verifyStatement(head, { typ: headType, keys }));
  if (!claims.success) throw new LogCommandError('data', `${path}: none of the keys signed this head.`);
  return claims.data;
}

async function verifyFile(path: string, options: Parameters<typeof verifyLog>[1]): Promise<LogVerdict> {
  const file = await open(path).catch(cannotRead(path));
  try {
    return await verifyLog(file.readLines({ encoding: 'utf8' }), options);
  } catch (error) {
    if (!(error instanceof NoExport)) throw error;
    throw new LogCommandError('data', `${path}: ${error.message}`, { cause: error });
  } finally {
    await file.close();
  }
}

function report(verdict: LogVerdict): void {
  if (verdict.ok) {
    const whose = verdict.chain === personsChain ? 'what people read for themselves' : `organisation ${verdict.chain}`;
    process.stdout.write(`The log holds: ${whose}, ${verdict.rows} rows, ${verdict.heads} signed heads.\n`);
    return;
  }
  const { fault, line, sequence, id, message } = verdict.broken;
  const place = [`line ${line}`, sequence === null ? [] : `row ${sequence}`, id === null ? [] : `id ${id}`].flat();
  process.stdout.write(`The log is broken: ${fault}, at ${place.join(', ')}. ${message}\n`);
  process.exitCode = logExitCodes.broken;
}

function cannotRead(path: string) {
  return (error: NodeJS.ErrnoException): never => {
    throw new LogCommandError('noInput', `${path} cannot be read (${error.code ?? 'unknown'}).`, { cause: error });
  };
}
