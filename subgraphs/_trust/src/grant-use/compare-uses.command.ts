import { createInterface } from 'node:readline';
import { readOwnerConfig, type Environment } from '@birlik/kernel/config';
import { openDatabase, type DatabaseDefinition } from '@birlik/kernel/database';
import { compareUses, type UseComparison } from './compare-uses.js';
import { readUses } from './grant-use.js';

/** A line of the report for each that does not agree. */
function reportOf({ member, span, agreed, unlogged, differing, unused }: UseComparison): string[] {
  if (!span) return [`${member} has used no grant that the export could show by now.`];
  const [since, until] = [span.since.toISOString(), span.until.toISOString()];
  return [
    `From ${since} to ${until}: ${agreed} uses of ${member} are rows of the log, ${unlogged.length} are not, ${differing.length} are of another request; ${unused.length} rows claim a read that ${member} did not do.`,
    ...unlogged.map(({ log, request, usedAt }) => `not logged: ${log}, request ${request}, ${usedAt.toISOString()}`),
    ...differing.map(({ log, request }) => `of another request: ${log}, here ${request}`),
    ...unused.map(
      ({ row, id, category, request, decidedAt }) =>
        `not done: ${id}, row ${row}, ${category}, request ${request}, ${decidedAt.toISOString()}`,
    ),
  ];
}

/**
 * Compares what the member has used with an export of the registry's log, which comes on standard input. Ends the process with 1
 * when they differ.
 *
 * @throws ConfigError without DATABASE_OWNER_URL, and NoMemberExport for anything else than such an export
 */
export async function compareUsesCommand(
  member: string,
  database: DatabaseDefinition,
  environment: Environment,
): Promise<void> {
  const { DATABASE_OWNER_URL: url } = readOwnerConfig(environment);
  const orm = await openDatabase(database, { url, poolSize: 1, log: null });
  try {
    const uses = await readUses(orm.em.fork());
    const found = await compareUses(createInterface({ input: process.stdin }), uses);
    if (found.member !== member) throw new Error(`The export is for ${found.member}.`);
    process.stdout.write(`${reportOf(found).join('\n')}\n`);
    const differs = found.unlogged.length + found.differing.length + found.unused.length > 0;
    if (differs) process.exitCode = 1;
  } finally {
    await orm.close();
  }
}
