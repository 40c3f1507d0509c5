import { processEnvironment } from '@birlik/kernel/config';
import { openDatabase } from '@birlik/kernel/database';
import { member } from '../member.js';
import { compareReach } from '../people/volunteer/reach.service.js';

/**
 * Compares whom each organisation may list with the ties and consents that this follows from, with the environment of the
 * process; `--mend` brings it into line. The exit code is 1 when something differs and stays so.
 */
const { DATABASE_URL: url } = member.readConfig(processEnvironment);
const mend = process.argv.includes('--mend');
const orm = await openDatabase(member.database, { url, poolSize: 1, log: null });
try {
  const { missing, surplus } = await compareReach(orm.em.fork(), mend);
  process.stdout.write(`${missing} rows were missing and ${surplus} were too many.\n`);
  if (!mend && missing + surplus > 0) process.exitCode = 1;
} finally {
  await orm.close();
}
