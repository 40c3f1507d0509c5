import { openDatabase } from '@birlik/kernel/database';
import { database } from '../src/database.js';
import { resolveSubmissions } from '../src/linkage/person-link/resolve-submissions.service.js';

/** Resolves what was submitted to a registry, as its job does a second later. */
export async function resolveSubmitted({ config }: { config: { readonly DATABASE_URL: string } }): Promise<void> {
  const orm = await openDatabase(database, { url: config.DATABASE_URL, poolSize: 1, log: null });
  try {
    await resolveSubmissions(orm.em);
  } finally {
    await orm.close();
  }
}
