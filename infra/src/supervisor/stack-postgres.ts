import { type Postgres, startPostgres } from '../postgres/postgres.js';
import { letPass, systemUser } from '../postgres/system-user.js';
import type { StateFolder } from './state-folder.js';

/** What {@link supervisePostgres} needs to know. */
export interface SupervisePostgresOptions {
  readonly folder: StateFolder;
  readonly password: string;
  readonly port: number | undefined;
  readonly fresh: boolean;
  /** Called after every start and unexpected end. */
  readonly onChange: (notice?: string) => void;
}

/** A PostgreSQL server that is started again when it ends unexpectedly. */
export interface SupervisedPostgres {
  readonly first: Postgres;
  /** The id of the server process; null while there is none. */
  readonly pid: number | null;
  stop(): Promise<void>;
}

/** Pause before a server that ended unexpectedly is started again, in milliseconds. */
const restartPause = 1_000;

/** Starts the stack's PostgreSQL server and keeps it running, always on the port of the first start. */
export async function supervisePostgres(options: SupervisePostgresOptions): Promise<SupervisedPostgres> {
  const { folder, password, onChange } = options;
  letPass(systemUser(), folder.dir);
  const first = await startPostgres({
    dir: folder.postgres,
    password,
    fresh: options.fresh,
    ...(options.port !== undefined && { port: options.port }),
  });
  let current: Postgres | null = first;
  let stopping = false;
  let restart: Promise<void> = Promise.resolve();

  const watch = (server: Postgres): void => {
    void server.exited.then(() => {
      if (stopping) return;
      current = null;
      onChange(`PostgreSQL ended unexpectedly; it is started again in ${restartPause / 1000} s.`);
      restart = startAgain();
    });
  };
  const startAgain = async (): Promise<void> => {
    while (!stopping) {
      await new Promise((resolve) => setTimeout(resolve, restartPause));
      if (stopping) return;
      try {
        const next = await startPostgres({ dir: folder.postgres, password, port: first.port });
        if (next.port !== first.port) {
          await next.stop();
          throw new Error(`Port ${first.port} is taken.`);
        }
        current = next;
        watch(next);
        onChange(`PostgreSQL runs again (process ${next.pid}).`);
        return;
      } catch (error) {
        onChange(`PostgreSQL could not be started again: ${(error as Error).message}`);
      }
    }
  };
  watch(first);
  return {
    first,
    get pid() {
      return current?.pid ?? null;
    },
    async stop() {
      stopping = true;
      await restart;
      await current?.stop();
    },
  };
}
