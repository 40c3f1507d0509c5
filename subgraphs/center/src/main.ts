import { runMember } from '@birlik/kernel/member';
import { environment, readConfig } from './config.js';
import { database } from './database.js';
import { buildSchema } from './schema.js';
import { createServer } from './server.js';

await runMember(
  {
    name: 'center',
    environment,
    readConfig,
    createServer,
    buildSchema,
    database,
    seed: async () => (await import('../seeds/demo.js')).loadDemo,
  },
  process.argv.slice(2),
);
