import type { EntityManager } from '@mikro-orm/postgresql';
import type { DomainClock } from '../clock/clock.js';
import { newId } from '../identifier/identifier.js';
import type { Job } from '../jobs/jobs.js';
import { describeError, type Log } from '../log/log.js';
import type { QueueState } from '../telemetry/metrics.js';
import type { ClaimedJob, JobKind } from './job-kind.js';

/** How long a process has for an attempt: after that another one takes the job to be left behind. */
const claimMs = 30_000;

/** How many jobs a process claims at once, and works on at once. */
const mostClaimed = 10;

const defaultAttempts = 12;
const longestPauseSeconds = 3_600;

/** How long a job waits after an attempt that failed: 2 s, 4 s and so on, up to an hour. */
export const pauseAfter = (attempt: number): number => Math.min(2 ** attempt, longestPauseSeconds);

interface Look extends QueueState {
  readonly shiftMs: number;
  readonly due: boolean;
}

const isDue = `died_at is null and due_at <= now() + coalesce((select shift from domain_clock), '0')
  and (claimed_until is null or claimed_until < clock_timestamp())`;

/**
 * Does the jobs of a member's database, one of several processes that may. A job is claimed first, so that an attempt counts
 * which its process did not survive, and done in one transaction with its end.
 */
export class QueueWorker {
  readonly #kinds: ReadonlyMap<string, JobKind>;
  readonly #em: () => EntityManager;
  readonly #clock: DomainClock;
  readonly #log: Log;
  readonly #failed: (kind: string) => void;
  readonly #claimMs: number;
  #state: QueueState = { failing: 0, dead: 0 };
  #hasLooked = false;
  #isClosed = false;

  constructor(
    kinds: readonly JobKind[],
    options: {
      em: () => EntityManager;
      clock: DomainClock;
      log: Log;
      failed?: (kind: string) => void;
      claimMs?: number;
    },
  ) {
    this.#kinds = new Map(kinds.map((kind) => [kind.name, kind]));
    this.#em = options.em;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#failed = options.failed ?? (() => {});
    this.#claimMs = options.claimMs ?? claimMs;
  }

  get state(): QueueState {
    return this.#state;
  }

  /** The periodic job that does the others. Before the process listens it only reads the clock. */
  readonly job: Job = {
    name: 'do the jobs that are due',
    pauseMs: 1_000,
    first: true,
    run: async () => {
      if (this.#hasLooked) return this.round();
      await this.#look();
    },
  };

  /** Lets the round that runs end after the jobs that it has claimed. */
  close(): void {
    this.#isClosed = true;
  }

  /** Reads the clock and does all jobs that are due. */
  async round(): Promise<void> {
    let look = await this.#look();
    while (look.due && !this.#isClosed) {
      const claim = newId();
      const jobs = await this.#claim(claim);
      if (jobs.length === 0) return;
      await Promise.all(jobs.map((job) => this.#attempt(job, claim)));
      look = await this.#look();
    }
  }

  #working(organizationId: string | null = null): EntityManager {
    const em = this.#em();
    em.setSessionContext({
      variables: { 'app.working': 'on', 'app.organization': organizationId ?? '', ...this.#clock.variables },
    });
    return em;
  }

  async #look(): Promise<Look> {
    const [look] = await this.#working().execute<Look[]>(
      `select coalesce((select extract(epoch from shift) * 1000 from domain_clock), 0)::float8 as "shiftMs",
              exists (select from job where kind = any(?) and ${isDue}) as due,
              (select count(*) from job where died_at is null and failure is not null)::int as failing,
              (select count(*) from job where died_at is not null)::int as dead`,
      [this.#kindList()],
    );
    if (!look) throw new Error('A look gives one row.');
    this.#hasLooked = true;
    this.#clock.moveTo(look.shiftMs);
    this.#state = { failing: look.failing, dead: look.dead };
    return look;
  }

  #kindList(): string {
    return `{${[...this.#kinds.keys()].map((kind) => JSON.stringify(kind)).join(',')}}`;
  }

  #claim(claim: string): Promise<ClaimedJob[]> {
    return this.#working().execute<ClaimedJob[]>(
      `update job set attempts = attempts + 1, claim = ?, claimed_until = clock_timestamp() + ? * interval '1 millisecond'
        where id in (select id from job where kind = any(?) and ${isDue}
                      order by due_at, id limit ${mostClaimed} for update skip locked)
       returning id, kind, payload, organization_id as "organizationId", attempts as attempt`,
      [claim, this.#claimMs, this.#kindList()],
    );
  }

  async #attempt(job: ClaimedJob, claim: string): Promise<void> {
    const kind = this.#kinds.get(job.kind);
    if (!kind) return;
    const most = kind.mostAttempts ?? defaultAttempts;
    try {
      // Whoever had the attempts before did not live to say how they ended.
      if (job.attempt > most) throw new AttemptsUsedUp();
      const prepared = await kind.prepare?.(this.#working(job.organizationId), job);
      await this.#working(job.organizationId).transactional(async (em) => {
        const held = await em.execute<unknown[]>('select id from job where id = ? and claim = ? for update', [
          job.id,
          claim,
        ]);
        if (held.length === 0) return;
        await kind.run(em, job, prepared);
        await em.flush();
        await em.execute('delete from job where id = ?', [job.id]);
      });
    } catch (error) {
      await this.#fail(job, { claim, error, isLast: job.attempt >= most });
    }
  }

  async #fail(job: ClaimedJob, { claim, error, isLast }: { claim: string; error: unknown; isLast: boolean }) {
    const described = describeError(error);
    this.#log.error({ job: job.kind, id: job.id, attempt: job.attempt, dead: isLast, error: described }, 'job failed');
    this.#failed(job.kind);
    const failure = described.code === undefined ? described.kind : `${described.kind} ${described.code}`;
    await this.#working().execute(
      `update job set claim = null, claimed_until = null, failure = ?, failed_at = clock_timestamp(),
              due_at = app_now() + ? * interval '1 second', died_at = case when ? then clock_timestamp() end
        where id = ? and claim = ?`,
      [failure, pauseAfter(job.attempt), isLast, job.id, claim],
    );
  }
}

/** A job that was begun as often as it may be, by processes that died of it or with it. */
class AttemptsUsedUp extends Error {}
