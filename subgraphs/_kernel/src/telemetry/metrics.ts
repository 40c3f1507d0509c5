import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { summarizeStatement } from './statement-summary.js';
import type { Statement } from './cost.js';

/** How busy the connections to the database are. */
export interface PoolState {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** How many jobs stand where an operator has to look. */
export interface QueueState {
  /** Failed before and waiting for the next attempt. */
  readonly failing: number;
  /** Given up. */
  readonly dead: number;
}

/** The metrics of a member's process, named after the conventions of OpenTelemetry where these have a name. */
export interface MemberMetrics {
  requestStarted(): void;
  requestEnded(status: number, seconds: number): void;
  /** The caller was shown an error. */
  error(code: string): void;
  /** Something happened that an operator has to look at. */
  alarm(name: string): void;
  /** A round of a job failed, by the job’s name. */
  jobFailed(name: string): void;
  /** Says where the numbers of jobs come from that failed. */
  watchQueue(state: () => QueueState): void;
  statement(statement: Statement): void;
  /** All metrics in the text format of Prometheus. */
  text(): Promise<string>;
}

// The buckets that OpenTelemetry advises for HTTP durations, with finer ones: most requests take less than 5 ms.
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** Makes the metrics, and those of the process. No label is ever a text that a caller chose. */
export function createMemberMetrics(pool: PoolState): MemberMetrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Time to answer requests of the gateway',
    labelNames: ['http_response_status_code'] as const,
    buckets: seconds,
    registers,
  });
  const active = new Gauge({
    name: 'http_server_active_requests',
    help: 'Requests that are being answered',
    registers,
  });
  const errors = new Counter({
    name: 'graphql_errors_total',
    help: 'Errors that the gateway was shown',
    labelNames: ['code'] as const,
    registers,
  });
  const alarms = new Counter({
    name: 'member_alarms_total',
    help: 'What an operator has to look at, such as a head of the access log that contradicts a kept one',
    labelNames: ['alarm'] as const,
    registers,
  });
  const jobFailures = new Counter({
    name: 'member_job_failures_total',
    help: 'Rounds of a job that failed; while it grows, the work of that job waits',
    labelNames: ['job'] as const,
    registers,
  });
  const statements = new Histogram({
    name: 'db_client_operation_duration_seconds',
    help: 'Time of SQL statements',
    labelNames: ['db_operation_name'] as const,
    buckets: seconds,
    registers,
  });
  const connections = new Gauge({
    name: 'db_client_connection_count',
    help: 'Connections to the database',
    labelNames: ['state'] as const,
    registers: [],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'used' }, pool.totalCount - pool.idleCount);
    },
  });
  const pending = new Gauge({
    name: 'db_client_connection_pending_requests',
    help: 'Requests that wait for a connection to the database',
    registers: [],
    collect() {
      this.set(pool.waitingCount);
    },
  });
  let queue: () => QueueState = () => ({ failing: 0, dead: 0 });
  const jobs = new Gauge({
    name: 'member_jobs',
    help: 'Jobs that failed: those that are tried again, and those that were given up',
    labelNames: ['state'] as const,
    registers: [],
    collect() {
      this.set({ state: 'failing' }, queue().failing);
      this.set({ state: 'dead' }, queue().dead);
    },
  });
  register.registerMetric(jobs);
  register.registerMetric(connections);
  register.registerMetric(pending);
  return {
    requestStarted: () => active.inc(),
    requestEnded(status, took) {
      active.dec();
      requests.observe({ http_response_status_code: status }, took);
    },
    error: (code) => errors.inc({ code }),
    alarm: (alarm) => alarms.inc({ alarm }),
    jobFailed: (job) => jobFailures.inc({ job }),
    watchQueue: (state) => void (queue = state),
    statement({ text, startedAt, endedAt }) {
      statements.observe({ db_operation_name: summarizeStatement(text).operation }, (endedAt - startedAt) / 1000);
    },
    text: () => register.metrics(),
  };
}
