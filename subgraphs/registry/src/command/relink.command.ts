import { processEnvironment } from '@birlik/kernel/config';
import { openDatabase } from '@birlik/kernel/database';
import { relinkAll } from '../linkage/person-link/relink-register.service.js';
import { member } from '../member.js';

/** Resolves every record of the registry anew, with the environment of the process: after a new model, for example. */
const { DATABASE_URL: url } = member.readConfig(processEnvironment);
const orm = await openDatabase(member.database, { url, poolSize: 1, log: null });
try {
  const records = await relinkAll(orm.em, 'relink', (done) => process.stderr.write(`\r${done} records`));
  process.stderr.write(`\r${records} records are linked by the model of this version.\n`);
} finally {
  await orm.close();
}
