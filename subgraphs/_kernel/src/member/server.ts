import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { defaultLanguage, type Language } from '@birlik/messages/language';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { GraphQLSchema } from 'graphql';
import { DomainClock } from '../clock/clock.js';
import type { ProcessConfig } from '../config/config.js';
import { isReachable, openDatabase, type DatabaseDefinition } from '../database/database.js';
import { DomainError, findDomainError, toPublicError } from '../errors/errors.js';
import { Readiness, StuckWatch } from '../health/health.js';
import { Jobs, type Job } from '../jobs/jobs.js';
import {
  idempotencyHeader,
  KeptAnswers,
  type GraphqlAnswer,
  type RepeatableRequest,
} from '../idempotency/idempotency.js';
import type { Closable } from '../lifecycle/lifecycle.js';
import { createLog, describeError, type Log } from '../log/log.js';
import { explain } from '../messages.js';
import { QueueWorker, type JobKind } from '../queue/queue.js';
import { createTelemetry, type ServedRequest } from '../telemetry/telemetry.js';
import { answer, languageOf, refuse } from './answer.js';

/** The language of the request that runs, for Apollo Server's hook, which is told an error and nothing of its request. */
const readerLanguage = new AsyncLocalStorage<Language>();

/** How often the process looks whether it can still do its work. */
const lookEveryMs = 5_000;

const largestBody = 4 * 1024 * 1024;

/** What has come in on POST /graphql, before anything of it is believed. */
export interface IncomingOperation {
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** What the server itself takes from the context of a request. */
export interface ServedContext extends ServedRequest, RepeatableRequest {
  /** In which the reader is told what went wrong. */
  readonly language: Language;
}

/** Serves further addresses; false: there is nothing at this one. What it throws is answered as an operation would be. */
export type ServePath = (path: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface ServerOptions<Context extends ServedContext> {
  /** The subgraph's name, for its log. */
  readonly name: string;
  readonly config: ProcessConfig;
  readonly schema: GraphQLSchema;
  readonly database: DatabaseDefinition;
  /** Runs once before the process serves. @throws Error saying why it must not */
  readonly prepare: (em: EntityManager) => Promise<void>;
  /**
   * Stands before everything else: makes the context of a request that may come in.
   *
   * @throws DomainError UNAUTHENTICATED for any other one
   */
  readonly authenticate: (operation: IncomingOperation, orm: MikroORM) => Promise<Context>;
  /** What the answer to an operation says in its head, whatever becomes of the operation. @default nothing */
  readonly answerHeaders?: (headers: IncomingMessage['headers']) => Readonly<Record<string, string>>;
  /** What is served beside GraphQL and health, in whoever's name it is asked for. @default nothing */
  readonly others?: (em: () => EntityManager) => ServePath;
  /** What the process does beside its requests, while it listens. @default nothing */
  readonly jobs?: readonly Job[];
  /** How the jobs are done that its changes make. @default none is */
  readonly jobKinds?: readonly JobKind[];
  /** The clock of its domain, kept as the database has it. @default one of its own */
  readonly clock?: DomainClock;
}

export interface MemberServer extends Closable {
  /** Starts to listen; resolves to the port. @throws Error naming the port when it is taken */
  listen(): Promise<number>;
  readonly log: Log;
  /** Resolves when the process cannot do its work any more and should be started anew; see {@link StuckWatch}. */
  readonly stuck: Promise<void>;
}

function health(response: ServerResponse, healthy: boolean): void {
  answer(response, healthy ? 200 : 503, { status: healthy ? 'ok' : 'unavailable' });
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The HTTP status of an answer that has nothing but an error with this code. */
const statusByCode: Partial<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  FORBIDDEN: 403,
  CONFLICT: 409,
  IDEMPOTENCY_ANSWER_NOT_KEPT: 409,
  IDEMPOTENCY_KEY_REUSED: 422,
  UPSTREAM_UNAVAILABLE: 503,
};

/** The answer where an operation did not get as far as to have one of its own. */
function answerTo(error: unknown, language: Language, log: Log): GraphqlAnswer {
  const shown = toPublicError({ message: '' }, error, language);
  const status = statusByCode[String(shown.extensions?.['code'])] ?? 500;
  if (status >= 500) log.error({ error: describeError(error) }, 'not answered');
  return { status, text: JSON.stringify({ errors: [shown] }) };
}

/** The statement that readiness runs: the database answers and is migrated. */
async function databaseAnswers(em: EntityManager): Promise<boolean> {
  await em.execute('select 1');
  return true;
}

/** A subgraph's process: POST /graphql for the gateway alone, GET /health/live and /health/ready for the operator. */
export async function createServer<Context extends ServedContext>(
  options: ServerOptions<Context>,
): Promise<MemberServer> {
  const { name, config } = options;
  const log = createLog(name, config.LOG_LEVEL);
  const orm: MikroORM = await openDatabase(options.database, {
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL_SIZE,
    timeZone: config.TIME_ZONE,
    log,
  });
  try {
    await options.prepare(orm.em.fork());
  } catch (error) {
    await orm.close(true);
    throw error;
  }
  const pool = await orm.em.getConnection().getNativeClient();
  const telemetry = await createTelemetry(name, config, pool);
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    // Only the gateway reaches this schema, and composition reads the contract from the repository.
    introspection: false,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Each would look at every field that is resolved, for headers that the gateway does not read.
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled()],
    formatError: (formatted, error) => {
      const shown = toPublicError(formatted, error, readerLanguage.getStore() ?? defaultLanguage);
      const code = shown.extensions?.['code'];
      if (code === 'INTERNAL_SERVER_ERROR') log.error({ error: describeError(error) }, 'unforeseen error');
      if (code === 'UPSTREAM_UNAVAILABLE') log.warn({ error: describeError(error) }, 'unavailable');
      telemetry.error(String(code));
      const alarm = findDomainError(error)?.alarm ?? null;
      if (alarm !== null) {
        log.error({ alarm }, 'alarm');
        telemetry.alarm(alarm);
      }
      return shown;
    },
    logger: log,
  });
  await apollo.start();
  const answers = new KeptAnswers(orm, { keepMs: config.IDEMPOTENCY_TTL_MS });
  const clock = options.clock ?? new DomainClock();
  const noticed = { em: () => orm.em.fork(), log, failed: (job: string) => telemetry.jobFailed(job) };
  const queue = new QueueWorker(options.jobKinds ?? [], { ...noticed, clock });
  telemetry.watchQueue(() => queue.state);
  const jobs = new Jobs([queue.job, ...(options.jobs ?? []), answers.job], {
    ...noticed,
    em() {
      const em = orm.em.fork();
      const { variables } = clock;
      if (Object.keys(variables).length > 0) em.setSessionContext({ variables });
      return em;
    },
  });
  const readiness = new Readiness([() => databaseAnswers(orm.em.fork())]);

  let moved = false;
  pool.on('release', (error) => (moved ||= !error));
  const watch = new StuckWatch(
    {
      answers: () => readiness.isReady(),
      hasMoved() {
        const had = moved;
        moved = false;
        return had;
      },
      isReachable: () => isReachable(config.DATABASE_URL),
    },
    config.STUCK_EXIT_MS,
  );
  const stuck = Promise.withResolvers<void>();
  const look = () => void watch.look().then(() => watch.isStuck && stuck.resolve());
  const lookOut = setInterval(look, lookEveryMs).unref();

  async function answerGraphql(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const observer = telemetry.begin(request.headers, startedAt);
    response.once('close', () => observer?.ended(response.statusCode));
    for (const [header, value] of Object.entries(options.answerHeaders?.(request.headers) ?? {})) {
      response.setHeader(header, value);
    }
    const body = await readBody(request);
    if (!body) return refuse(response, { status: 413, code: 'BAD_USER_INPUT', explanation: explain('body-too-large') });
    let context: Context;
    try {
      context = await options.authenticate({ headers: request.headers, body }, orm);
    } catch (error) {
      log.info(
        { reason: error instanceof Error && error.cause instanceof Error ? error.cause.name : 'missing' },
        'refused',
      );
      const explanation = error instanceof DomainError ? error.explanation : explain('not-accepted');
      return refuse(response, { status: 401, code: 'UNAUTHENTICATED', explanation });
    }
    observer?.accepted(context);
    const headers = new HeaderMap();
    headers.set('content-type', 'application/json');
    headers.set('accept', 'application/json');
    let parsed: unknown;
    try {
      parsed = JSON.parse(body.toString('utf8'));
    } catch {
      return refuse(response, { status: 400, code: 'BAD_USER_INPUT', explanation: explain('body-not-json') });
    }
    const execute = async (): Promise<GraphqlAnswer> => {
      const result = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers, search: '', body: parsed },
        context: () => Promise.resolve(context),
      });
      if (result.body.kind !== 'complete') throw new DomainError('BAD_USER_INPUT', explain('no-incremental-delivery'));
      return { status: result.status ?? 200, text: result.body.string };
    };
    const header = request.headers[idempotencyHeader] as string | undefined;
    const result = await readerLanguage
      .run(context.language, () => answers.answer(context, { header, body: parsed, text: body }, execute))
      .catch((error: unknown) => answerTo(error, context.language, log));
    // Before the answer, so that whoever has the answer finds the line.
    log.info(
      {
        request: context.requestId,
        operation: context.operation,
        statements: context.cost.statements,
        bytes: result.text.length,
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
      },
      'request',
    );
    answer(response, result.status, result.text, {
      'birlik-statements': String(context.cost.statements),
    });
  }

  const others = options.others?.(() => orm.em.fork());

  async function serveOther(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    try {
      return (await others?.(path, request, response)) ?? false;
    } catch (error) {
      if (response.headersSent) throw error;
      const { status, text } = answerTo(error, languageOf(request), log);
      answer(response, status, text);
      return true;
    }
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = ''] = request.url?.split('?') ?? [];
    if (path === '/graphql') {
      if (request.method === 'POST') return answerGraphql(request, response);
      const headers = { allow: 'POST' };
      return refuse(response, { status: 405, code: 'BAD_USER_INPUT', explanation: explain('use-post'), headers });
    }
    if (path === '/health/live') return health(response, !watch.isStuck);
    if (path === '/health/ready') return health(response, await readiness.isReady());
    if (await serveOther(path, request, response)) return;
    return refuse(response, { status: 404, code: 'NOT_FOUND', explanation: explain('nothing-here') });
  }

  const http = createHttpServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      log.error({ error: describeError(error) }, 'request failed');
      if (response.headersSent) response.destroy();
      else refuse(response, { status: 500, code: 'INTERNAL_SERVER_ERROR', explanation: explain('internal-error') });
    });
  });
  // Longer than any client keeps an idle connection, so that the gateway and not this side closes it.
  http.keepAliveTimeout = 75_000;
  // Longer than the gateway, which alone comes in, gives a request that brings a file.
  http.requestTimeout = 20 * 60_000;

  return {
    log,
    stuck: stuck.promise,
    async listen() {
      await jobs.prepare();
      await new Promise<void>((resolve, reject) => {
        http.once('error', (error: NodeJS.ErrnoException) => {
          const taken = error.code === 'EADDRINUSE';
          reject(taken ? new Error(`Port ${config.PORT} is taken by another process; set PORT to another.`) : error);
        });
        http.listen(config.PORT, config.HOST, resolve);
      });
      const metricsPort = await telemetry.listen();
      if (metricsPort !== null) log.info({ port: metricsPort }, 'metrics');
      jobs.start();
      return (http.address() as AddressInfo).port;
    },
    async close(graceMs) {
      clearInterval(lookOut);
      readiness.drain();
      const drained = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeIdleConnections();
      const timer = setTimeout(() => http.closeAllConnections(), graceMs);
      await drained;
      clearTimeout(timer);
      await apollo.stop();
      queue.close();
      await jobs.close();
      await telemetry.close();
      await orm.close();
    },
  };
}
