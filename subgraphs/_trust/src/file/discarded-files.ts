import { DomainError } from '@birlik/kernel/errors';
import type { Job } from '@birlik/kernel/jobs';
import { defineJobKind, type JobKind } from '@birlik/kernel/queue';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { FileStore, StoredKey } from '@birlik/kernel/file-store';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RequestContext } from '../context/context.js';
import { discardKind } from '../file-migration/file-migration.js';
import { explain } from '../messages.js';
import { fileAccess } from './file-access.js';

/** How often it is looked for what is left of transfers that ended early. */
const lookEveryMs = 20_000;

/** How often it is looked for bytes that no row names. */
const compareEveryMs = 60 * 60 * 1_000;

/** Bytes that are younger may be those of a file whose row is about to name them. */
const unnamedAfterMs = 60 * 60 * 1_000;

const keysAtOnce = 500;

/** Deletes the bytes of a row that is gone. */
export function discardFiles(store: FileStore): JobKind {
  return defineJobKind({
    name: discardKind,
    prepare: (_em, { payload }) => store.delete(String(payload['key'])),
    run: () => Promise.resolve(),
  });
}

function working(em: EntityManager): EntityManager {
  em.setSessionContext({ variables: { 'app.working': 'on' } });
  return em;
}

async function deleteUnnamed(em: EntityManager, store: FileStore, keys: readonly string[]): Promise<void> {
  const unnamed = await em.execute<{ key: string }[]>(
    `select key from unnest(?::text[]) key where not exists (select from file where storage_key::text = key)`,
    [arrayLiteral(keys)],
  );
  for (const { key } of unnamed) await store.delete(key);
}

const isOld = ({ putAt }: StoredKey): boolean => putAt.getTime() < Date.now() - unnamedAfterMs;

/**
 * What a process does beside its requests about files that nobody finished: those that were announced and never came, those that
 * were refused a day ago, what a kill left of a transfer, and bytes that no row names.
 */
export function sweepFiles(store: FileStore): Job[] {
  return [
    {
      name: 'sweep unfinished files',
      pauseMs: lookEveryMs,
      first: true,
      async run(em) {
        await store.deleteUnfinished();
        await working(em).execute(
          `delete from file where (state = 'awaited' and awaited_until < now() - interval '1 hour')
              or (state = 'refused' and settled_at < now() - interval '1 day')`,
        );
      },
    },
    {
      name: 'sweep bytes without a row',
      pauseMs: compareEveryMs,
      async run(em) {
        let keys: string[] = [];
        for await (const stored of store.list()) {
          if (isOld(stored)) keys.push(stored.key);
          if (keys.length < keysAtOnce) continue;
          await deleteUnnamed(working(em), store, keys);
          keys = [];
        }
        await deleteUnnamed(working(em), store, keys);
      },
    },
  ];
}

/**
 * Deletes the bytes of the files that an erasure has taken, so that nobody says they are gone before they are. Jobs would do it
 * too, and go on to, where this fails.
 *
 * @param person whose erasure is committed
 * @throws DomainError UPSTREAM_UNAVAILABLE while the store cannot be reached
 */
export async function discardErased(context: RequestContext, person: string): Promise<void> {
  const access = fileAccess.of(context.member);
  if (!access) return;
  const waiting = await runStatement<{ key: string }>(context.erasing(person), `select key from job where kind = ?`, [
    discardKind,
  ]);
  try {
    for (const { key } of waiting) await access.store.delete(key);
  } catch (cause) {
    throw new DomainError('UPSTREAM_UNAVAILABLE', explain('file-store-away'), { cause });
  }
}
