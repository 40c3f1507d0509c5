import { createServer } from 'node:http';
import { listen } from '../testing/listen.js';
import { createAnswerer } from './answer-query.js';
import { SCENARIOS } from './scenarios.js';

/**
 * A process with all subgraphs of a scenario, each on a port of its own, which answer after so many milliseconds. Tells its parent the addresses by name, and how
 * many requests it got when asked for `{ type: 'count' }`.
 */
const scenario = SCENARIOS.find(({ name }) => name === process.argv[2]);
if (scenario === undefined) throw new Error(`There is no scenario "${process.argv[2]}".`);

const delayMs = Number(process.argv[3] ?? '0');
let requests = 0;
const urls: Record<string, string> = {};
for (const { name, resolvers } of scenario.subgraphs) {
  const answer = createAnswerer(resolvers);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests++;
      const text = answer(Buffer.concat(chunks).toString('utf8'));
      const assertion = request.headers['birlik-assertion'];
      if (typeof assertion === 'string') {
        response.setHeader('birlik-echo', assertion.slice(assertion.lastIndexOf('.') + 1));
      }
      const reply = (): void => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
        response.end(text);
      };
      if (delayMs === 0) reply();
      else setTimeout(reply, delayMs);
    });
  });
  urls[name] = `http://127.0.0.1:${await listen(server)}/graphql`;
}
process.on('message', () => process.send?.({ type: 'count', requests }));
process.on('disconnect', () => process.exit(0));
process.send?.({ type: 'ready', urls });
