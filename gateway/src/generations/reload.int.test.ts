import { afterEach, expect, test } from 'vitest';
import { people, reviews } from '../../testing/demo-subgraphs.js';
import { compose } from '../../testing/compose.js';
import { startFederation, type Federation } from '../../testing/federation.js';
import type { SubgraphServer } from '../../testing/subgraph-server.js';

let federation: Federation;
afterEach(() => federation.close());

const start = async (drainMs = 60_000) => {
  federation = await startFederation([people, reviews], { supergraph: { file: 'none', drainMs } });
};

/** The supergraph with another field in its first subgraph. */
function withField(field: string): string {
  const [first, ...rest] = Object.values(federation.subgraphs) as [SubgraphServer, ...SubgraphServer[]];
  const typeDefs = `${first.typeDefs} extend type Query { ${field}: Int }`;
  return compose([{ name: first.name, url: first.url, typeDefs }, ...rest]);
}

/** Holds the next request to a subgraph back; returns when it has come and how to go on. */
function holdBack(name: string) {
  const came = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const left = Promise.withResolvers<void>();
  federation.subgraph(name).intercept = async (_request, response) => {
    federation.subgraph(name).intercept = null;
    response.once('close', () => left.resolve());
    came.resolve();
    await release.promise;
    return false;
  };
  return { came: came.promise, left: left.promise, release: () => release.resolve() };
}

test('a mutation that runs while its supergraph is replaced twice ends as it began', async () => {
  await start();
  const { came, release } = holdBack('asan-reviews');
  const running = federation.ask('mutation { addReview(body: "held") { body author { name } } }');
  await came;
  await federation.reload(withField('second'));
  await federation.reload(withField('third'));
  expect((await federation.ask('{ second }')).errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  expect((await federation.ask('{ third }')).data).toEqual({ third: null });
  release();
  const { data, errors } = await running;
  expect(errors).toBeUndefined();
  expect(data).toEqual({ addReview: { body: 'held', author: { name: 'Murad' } } });
});

test('what runs longer than the time to drain fails with a coded error', async () => {
  await start(1);
  const { came, left, release } = holdBack('people');
  const running = federation.ask('{ me { name } }');
  await came;
  await federation.reload(withField('second'));
  const { status, data, errors } = await running;
  expect({ status, data }).toEqual({ status: 200, data: { me: null } });
  expect(errors).toHaveLength(1);
  await left;
  release();
  expect((await federation.ask('{ me { name } }')).data).toEqual({ me: { name: 'Aysel' } });
});

test('an invalid supergraph is refused and requests are served as before', async () => {
  await start();
  await expect(federation.reload('type Query {')).rejects.toThrow('not valid GraphQL');
  const guarded = withField('guarded').replace('guarded: Int', 'guarded: Int @policy(policies: [["x"]])');
  await expect(federation.reload(guarded)).rejects.toThrow('@policy');
  await expect(federation.reload(withField('second').replaceAll('http://', 'ftp://'))).rejects.toThrow(
    'no http address',
  );
  expect((await federation.ask('{ me { name } }')).data).toEqual({ me: { name: 'Aysel' } });
});
