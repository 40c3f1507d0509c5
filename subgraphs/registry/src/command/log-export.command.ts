import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { ConfigError } from '@birlik/kernel/config';
import { openDatabase } from '@birlik/kernel/database';
import { personalCategories } from '@birlik/trust/personal-category';
import { z } from 'zod';
import { environment, readExportConfig, type ExportConfig } from '../config.js';
import { database } from '../database.js';
import { createStatementSigner } from '../signing/statement.service.js';
import { signAccessLog } from '../log/access-log/sign-access-log.service.js';
import { LogCommandError, runLogCommand } from '../log/access-log/access-log.errors.js';
import { persons as personsReader } from '../log/access-log/log-head.rule.js';
import { exportedLines, type ExportFor } from '../log/access-log/log-export.service.js';

const usage = 'Usage: npm run -s log:export -- (--all | --organization ID | --persons | --member NAME) --out FILE';

await runLogCommand(async () => {
  const { whose, out } = readArguments(process.argv.slice(2));
  const config = readEnvironment();
  const orm = await openDatabase(database, { url: config.DATABASE_OWNER_URL, poolSize: 1, log: null });
  try {
    const em = orm.em.fork();
    await signAccessLog(em, createStatementSigner(config.SIGNING_KEYS), null);
    let [rows, shown] = [0, 0];
    const lines = async function* () {
      for await (const line of exportedLines(em, whose)) {
        if ('row' in line) rows += 1;
        if ('row' in line) shown += line.leaf ? 1 : (line.bundle?.length ?? 0);
        yield `${JSON.stringify(line)}\n`;
      }
    };
    await write(out, lines());
    process.stdout.write(`${out}: ${rows} rows, ${shown} of them shown.\n`);
  } finally {
    await orm.close();
  }
});

function readArguments(args: readonly string[]): { whose: ExportFor; out: string } {
  const options = {
    all: { type: 'boolean' },
    organization: { type: 'string' },
    persons: { type: 'boolean' },
    member: { type: 'string' },
    out: { type: 'string' },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    const { all = false, organization, persons = false, member, out } = values;
    const given = [all, organization !== undefined, persons, member !== undefined].filter(Boolean).length;
    if (out === undefined || given !== 1) throw new Error('An argument is missing, or one is too many.');
    if (organization !== undefined) {
      const reader = z.uuid('The id of an organisation is a UUID.').parse(organization).toLowerCase();
      return { whose: { reader }, out };
    }
    if (member === undefined) return { whose: { reader: persons ? personsReader : null }, out };
    if (personalCategories.some(({ owner }) => owner === member)) return { whose: { member }, out };
    throw new Error(`There is no member ${member} that owns personal data.`);
  } catch (error) {
    const message = error instanceof z.ZodError ? error.issues[0]?.message : (error as Error).message;
    throw new LogCommandError('usage', `${message}\n${usage}`, { cause: error });
  }
}

function readEnvironment(): ExportConfig {
  try {
    return readExportConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new LogCommandError('settings', error.message, { cause: error });
  }
}

/** An export that is not whole is removed again. */
async function write(path: string, lines: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(lines), createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EISDIR', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EROFS'].includes(code ?? '')) throw error;
    throw new LogCommandError('cannotWrite', `${path} cannot be written (${code}).`, { cause: error });
  }
}
