import { createServer } from 'node:http';
import { Pool } from 'undici';
import { listen } from '../testing/listen.js';
import { MEMBERS } from './scenarios.js';

/**
 * What a careful engineer would write by hand for the two profile questions: no parsing of the client's document, no
 * validation, no errors, connections by undici. The measure of what a gateway may cost.
 */
interface Volunteer {
  __typename?: string;
  id: string;
  [member: string]: unknown;
}

const urls = JSON.parse(process.env['SUBGRAPH_URLS'] ?? '{}') as Record<string, string>;
const CONNECTIONS = 128;
const pools = new Map(
  Object.entries(urls).map(([name, url]) => [name, new Pool(new URL(url).origin, { connections: CONNECTIONS })]),
);
const headers = { 'content-type': 'application/json' };
const part = 'a b items { x y }';
const queries = {
  one: 'query($id: ID!) { volunteer(id: $id) { __typename id name } }',
  many: 'query($from: Int!, $first: Int!) { volunteers(from: $from, first: $first) { __typename id name } }',
};
const memberQueries = MEMBERS.map((name) => ({
  name,
  query: `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Volunteer { ${name} { ${part} } } } }`,
}));

async function ask(service: string, body: string): Promise<Record<string, unknown>> {
  const pool = pools.get(service);
  if (pool === undefined) throw new Error(`There is no address of "${service}".`);
  const answer = await pool.request({ path: '/graphql', method: 'POST', headers, body });
  return ((await answer.body.json()) as { data: Record<string, unknown> }).data;
}

async function complete(people: readonly Volunteer[]): Promise<void> {
  const representations = people.map(({ id }) => ({ __typename: 'Volunteer', id }));
  const answers = await Promise.all(
    memberQueries.map(({ name, query }) => ask(name, JSON.stringify({ query, variables: { representations } }))),
  );
  answers.forEach((answer, index) => {
    const name = memberQueries[index]?.name ?? '';
    const list = answer['_entities'] as readonly Record<string, unknown>[];
    people.forEach((person, position) => (person[name] = list[position]?.[name]));
  });
  for (const person of people) delete person.__typename;
}

async function answer(body: string): Promise<string> {
  const { variables } = JSON.parse(body) as { variables: Record<string, unknown> };
  const isOne = 'id' in variables;
  const data = await ask('registry', JSON.stringify({ query: isOne ? queries.one : queries.many, variables }));
  await complete(isOne ? [data['volunteer'] as Volunteer] : (data['volunteers'] as Volunteer[]));
  return JSON.stringify({ data });
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    void answer(Buffer.concat(chunks).toString('utf8')).then((text) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.end(text);
    });
  });
});
process.send?.({ type: 'ready', port: await listen(server) });
process.on('disconnect', () => process.exit(0));
