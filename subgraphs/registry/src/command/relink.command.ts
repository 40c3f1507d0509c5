import { openDatabase } from '@birlik/kernel/database';
import { environment, readConfig } from '../config.js';
import { database } from '../database.js';
import { relinkAll } from '../linkage/person-link/relink-register.service.js';

/** Resolves every record of the registry anew, with the environment of the process: after a new model, for example. */
const { DATABASE_URL: url } = readConfig(environment);
const orm = await openDatabase(database, { url, poolSize: 1, log: null });
try {
  const records = await relinkAll(orm.em, 'relink', (done) => process.stderr.write(`\r${done} records`));
  process.stderr.write(`\r${records} records are linked by the model of this version.\n`);
} finally {
  await orm.close();
}
