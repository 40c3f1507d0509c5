/**
 * A gateway inside a program of one's own, for a federation whose clients show keys: `node examples/embed.ts FILE KEYS`,
 * the keys as JSON, key to name.
 */
import { readFile } from 'node:fs/promises';
import { defineCatalogue } from '@birlik/messages/catalogue';
import { completeSettings, createGateway, RequestError, trustTokens, type Trust } from '@birlik/gateway';

const [, , file = 'supergraph.graphql', keys = '{}'] = process.argv;
const names = new Map(Object.entries(JSON.parse(keys) as Record<string, string>));

const explain = defineCatalogue('embed', {
  'unknown-key': {
    az: 'Bu açar tanınmır.',
    en: 'This key is not known.',
    ru: 'Этот ключ неизвестен.',
    tr: 'Bu anahtar bilinmiyor.',
  },
});

/** Knows viewers by the header `x-api-key`, and tells their names to every subgraph. */
const trust: Trust = {
  ...trustTokens([]),
  identify: ({ 'x-api-key': key }) => {
    if (key === undefined) return { viewer: null, purpose: null };
    const name = names.get(String(key));
    if (name === undefined) throw new RequestError('UNAUTHENTICATED', explain('unknown-key'));
    return {
      viewer: { issuer: 'keys', sub: name, roles: [], scopes: ['read'], client: null, authTime: null },
      purpose: null,
    };
  },
  expiresAt: () => null,
  headersFor: ({ viewer }) => (viewer === null ? null : () => ({ 'x-viewer': viewer.sub })),
};

const gateway = await createGateway({
  supergraph: await readFile(file, 'utf8'),
  settings: completeSettings({ port: 0, limits: { depth: 12 } }),
  trust: () => trust,
});
process.stdout.write(`http://127.0.0.1:${await gateway.listen()}/graphql\n`);
process.once('SIGTERM', () => void gateway.close());
