import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readmeProfileAnswer, readmeProfileQuery } from '../testkit/profile-query.js';
import { members, startTestStack, type TestStack } from '../testkit/stack.js';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
  readonly service: string;
}

interface Export {
  readonly resourceSpans: readonly {
    readonly resource: Pick<Span, 'attributes'>;
    readonly scopeSpans: readonly { readonly spans: readonly Omit<Span, 'service'>[] }[];
  }[];
}

const attribute = ({ attributes }: Pick<Span, 'attributes'>, name: string) =>
  attributes.find(({ key }) => key === name)?.value.stringValue;

const spansOf = (body: string): Span[] =>
  (JSON.parse(body) as Export).resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({ ...span, service: attribute(resource, 'service.name') ?? '' })),
    ),
  );

describe('what operators see of members', () => {
  const bodies: string[] = [];
  let collector: Server;
  let federation: TestStack;
  let metrics: string;

  beforeAll(async () => {
    collector = createServer((request, response) => {
      void text(request).then((body) => {
        bodies.push(body);
        response.end('{}');
      });
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const traces = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}` };
    const processes = Object.fromEntries(members.map((name) => [name, traces]));
    federation = await startTestStack(traces, { ...processes, registry: { ...traces, METRICS_PORT: '0' } });
    const log = await readFile(federation.stack.folder.log('registry'), 'utf8');
    const [, port] = /"port":(\d+),"msg":"metrics"/.exec(log) ?? [];
    metrics = `http://127.0.0.1:${port}/metrics`;
    await federation.ask(await readmeProfileQuery(), { as: 'volunteer' });
  });

  afterAll(async () => {
    await federation?.close();
    collector?.close();
  });

  test('one trace leads from the client’s request through each member to its statements', async () => {
    const profile = () =>
      bodies.flatMap(spansOf).find((span) => attribute(span, 'graphql.operation.name') === 'Profile');
    const trace = () => bodies.flatMap(spansOf).filter(({ traceId }) => traceId === profile()?.traceId);
    const under = (parents: readonly Span[]) =>
      trace().filter(({ parentSpanId }) => parents.some(({ spanId }) => spanId === parentSpanId));
    const requests = () =>
      under(trace()).filter(({ name, service }) => name === 'POST /graphql' && service !== 'gateway');
    const statements = () => under(requests());
    await expect
      .poll(() => [...new Set(statements().map(({ service }) => service))].toSorted())
      .toEqual(members.toSorted());
    expect(requests().map((span) => attribute(span, 'graphql.operation.name'))).toContain('Profile');
    expect(statements().map(({ name }) => name)).toContain('SELECT mentorship');
  });

  test('metrics count requests, statements and connections', async () => {
    const lines = (await (await fetch(metrics)).text()).split('\n');
    const value = (name: string) =>
      Number(
        lines
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')
          .at(-1),
      );
    expect(value('http_server_request_duration_seconds_count{http_response_status_code="200"}')).toBeGreaterThan(0);
    expect(value('db_client_operation_duration_seconds_count{db_operation_name="SELECT"}')).toBeGreaterThan(0);
    expect(value('db_client_connection_count{state="idle"}')).toBeGreaterThan(0);
    expect(value('http_server_active_requests')).toBe(0);
    expect((await fetch(metrics, { method: 'DELETE' })).status).toBe(404);
  });

  test('neither spans nor metrics hold what people are', async () => {
    const { me } = (await readmeProfileAnswer()).data;
    const seen = [...bodies, await (await fetch(metrics)).text()].join('');
    expect(seen).not.toContain(me['name']);
  });
});
