import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, HeaderMap } from '@apollo/server';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { GraphQLSchema } from 'graphql';
import type { ProcessConfig } from '../config/config.js';
import { openDatabase, type DatabaseDefinition } from '../database/database.js';
import { DomainError, toPublicError } from '../errors/errors.js';
import { Readiness } from '../health/health.js';
import { Jobs, type Job } from '../jobs/jobs.js';
import type { Closable } from '../lifecycle/lifecycle.js';
import { createLog, describeError, type Log } from '../log/log.js';
import { createTelemetry, type ServedRequest } from '../telemetry/telemetry.js';

const largestBody = 4 * 1024 * 1024;

/** What has come in on POST /graphql, before anything of it is believed. */
export interface IncomingOperation {
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface ServerOptions<Context extends ServedRequest> {
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
  /** What the process does beside its requests, while it listens. @default nothing */
  readonly jobs?: readonly Job[];
}

export interface MemberServer extends Closable {
  /** Starts to listen; resolves to the port. @throws Error naming the port when it is taken */
  listen(): Promise<number>;
  readonly log: Log;
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  answer(response, status, { errors: [{ message, extensions: { code } }] });
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

/** The statement that readiness runs: the database answers and is migrated. */
async function databaseAnswers(em: EntityManager): Promise<boolean> {
  await em.execute('select 1');
  return true;
}

/** A subgraph's process: POST /graphql for the gateway alone, GET /health/live and /health/ready for the operator. */
export async function createServer<Context extends ServedRequest>(
  options: ServerOptions<Context>,
): Promise<MemberServer> {
  const { name, config } = options;
  const log = createLog(name, config.LOG_LEVEL);
  const orm: MikroORM = await openDatabase(options.database, {
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL_SIZE,
    log,
  });
  try {
    await options.prepare(orm.em.fork());
  } catch (error) {
    await orm.close(true);
    throw error;
  }
  const telemetry = await createTelemetry(name, config, await orm.em.getConnection().getNativeClient());
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    // Only the gateway reaches this schema, and composition reads the contract from the repository.
    introspection: false,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => {
      const shown = toPublicError(formatted, error);
      const code = shown.extensions?.['code'];
      if (code === 'INTERNAL_SERVER_ERROR') log.error({ error: describeError(error) }, 'unforeseen error');
      if (code === 'UPSTREAM_UNAVAILABLE') log.warn({ error: describeError(error) }, 'unavailable');
      telemetry.error(String(code));
      return shown;
    },
    logger: log,
  });
  await apollo.start();
  const jobs = new Jobs(options.jobs ?? [], { em: () => orm.em.fork(), log });
  const readiness = new Readiness([() => databaseAnswers(orm.em.fork())]);

  async function answerGraphql(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const observer = telemetry.begin(request.headers, startedAt);
    response.once('close', () => observer?.ended(response.statusCode));
    const body = await readBody(request);
    if (!body) return refuse(response, 413, 'BAD_USER_INPUT', 'The request body is too large.');
    let context: Context;
    try {
      context = await options.authenticate({ headers: request.headers, body }, orm);
    } catch (error) {
      log.info(
        { reason: error instanceof Error && error.cause instanceof Error ? error.cause.name : 'missing' },
        'refused',
      );
      const message = error instanceof DomainError ? error.message : 'Not accepted.';
      return refuse(response, 401, 'UNAUTHENTICATED', message);
    }
    observer?.accepted(context);
    const headers = new HeaderMap();
    headers.set('content-type', 'application/json');
    headers.set('accept', 'application/json');
    let parsed: unknown;
    try {
      parsed = JSON.parse(body.toString('utf8'));
    } catch {
      return refuse(response, 400, 'BAD_USER_INPUT', 'The request body is not JSON.');
    }
    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body: parsed },
      context: () => Promise.resolve(context),
    });
    if (result.body.kind !== 'complete')
      return refuse(response, 406, 'BAD_USER_INPUT', 'Incremental delivery is not offered.');
    // Before the answer, so that whoever has the answer finds the line.
    log.info(
      {
        request: context.requestId,
        operation: context.operation,
        statements: context.cost.statements,
        bytes: result.body.string.length,
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
      },
      'request',
    );
    answer(response, result.status ?? 200, result.body.string, {
      'birlik-statements': String(context.cost.statements),
    });
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0];
    if (path === '/graphql') {
      if (request.method === 'POST') return answerGraphql(request, response);
      return answer(
        response,
        405,
        { errors: [{ message: 'Use POST.', extensions: { code: 'BAD_USER_INPUT' } }] },
        { allow: 'POST' },
      );
    }
    if (path === '/health/live') return answer(response, 200, { status: 'ok' });
    if (path === '/health/ready') {
      const ready = await readiness.isReady();
      return answer(response, ready ? 200 : 503, { status: ready ? 'ok' : 'unavailable' });
    }
    return refuse(response, 404, 'NOT_FOUND', 'There is nothing here.');
  }

  const http = createHttpServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      log.error({ error: describeError(error) }, 'request failed');
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side.');
    });
  });
  // Longer than any client keeps an idle connection, so that the gateway and not this side closes it.
  http.keepAliveTimeout = 75_000;

  return {
    log,
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
      readiness.drain();
      const drained = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeIdleConnections();
      const timer = setTimeout(() => http.closeAllConnections(), graceMs);
      await drained;
      clearTimeout(timer);
      await apollo.stop();
      await jobs.close();
      await telemetry.close();
      await orm.close();
    },
  };
}
