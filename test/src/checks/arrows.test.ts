import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult, IForbiddenRuleType, ICruiseOptions } from 'dependency-cruiser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Configuration {
  readonly forbidden: readonly IForbiddenRuleType[];
  readonly options: ICruiseOptions;
}

/** File names and what they import: the whole content that an arrow depends on. */
type Tree = Readonly<Record<string, readonly string[]>>;

interface Arrow {
  readonly rule: string;
  /** Each of these trees breaks the rule. */
  readonly bad: readonly Tree[];
  /** None of these trees does. */
  readonly good: readonly Tree[];
}

const configuration: Configuration = createRequire(import.meta.url)('../../../.dependency-cruiser.cjs');

/** A folder of each floor, the ground first. */
const FLOORS = {
  gateway: {
    sources: 'gateway/src',
    folders: [
      'errors',
      'graphql',
      'subgraph',
      'telemetry',
      'transport',
      'sharing',
      'execution',
      'guards',
      'supergraph',
      'operation',
      'generations',
      'http',
      'birlik',
      'config',
      'server',
      'main',
    ],
  },
  linkage: {
    sources: 'subgraphs/_linkage/src',
    folders: ['numbers', 'table', 'compare', 'train', 'link', 'person', 'training-records', 'link.command'],
  },
  portal: {
    sources: 'gateway/portal/src',
    folders: [
      'generated',
      'language',
      'data',
      'design',
      'page',
      'page-route',
      'rooms',
      'homes',
      'shell',
      'routes',
      'router',
      'application',
      'main',
    ],
  },
  'registry-linkage': {
    sources: 'subgraphs/registry/src/linkage',
    folders: ['person-link', 'source-record', 'invitation', 'address-claim', 'record-offer'],
  },
  registry: {
    sources: 'subgraphs/registry/src',
    folders: [
      'messages',
      'decision',
      'membership',
      'people',
      'message',
      'consent',
      'log',
      'erasure',
      'dispatch',
      'database',
      'member',
      'command',
    ],
  },
} as const;

const arrows: readonly Arrow[] = [
  {
    rule: 'no-cycles',
    bad: [{ 'gateway/src/a.ts': ['./b.js'], 'gateway/src/b.ts': ['type ./a.js'] }],
    good: [{ 'gateway/src/a.ts': ['./b.js'], 'gateway/src/b.ts': [] }],
  },
  {
    rule: 'portal-room-knows-no-room',
    bad: [{ 'gateway/portal/src/rooms/me/a.ts': ['../office/b.js'], 'gateway/portal/src/rooms/office/b.ts': [] }],
    good: [
      {
        'gateway/portal/src/rooms/me/a.ts': ['./b.js', '../_shared/c.js'],
        'gateway/portal/src/rooms/me/b.ts': [],
        'gateway/portal/src/rooms/_shared/c.ts': [],
      },
    ],
  },
  {
    rule: 'portal-asks-in-one-way',
    bad: [{ 'gateway/portal/src/rooms/me/a.ts': ['urql'] }, { 'gateway/portal/src/design/a.ts': ['type @urql/core'] }],
    good: [{ 'gateway/portal/src/data/a.ts': ['@urql/core'] }, { 'gateway/portal/src/page/a.ts': ['urql'] }],
  },
  {
    rule: 'portal-stands-alone',
    bad: [
      { 'gateway/portal/src/data/a.ts': ['@birlik/messages/language'] },
      { 'gateway/portal/build/a.ts': ['../../src/b.js'], 'gateway/src/b.ts': [] },
    ],
    good: [
      { 'gateway/portal/src/data/a.ts': ['./b.js'], 'gateway/portal/src/data/b.ts': [] },
      { 'gateway/portal/e2e/a.e2e.test.ts': ['@birlik/infra/stack'] },
    ],
  },
  {
    rule: 'portal-looks-in-one-way',
    bad: [{ 'gateway/portal/src/rooms/me/a.ts': ['react-aria-components/Button'] }],
    good: [{ 'gateway/portal/src/design/base/a.ts': ['react-aria-components/Button'] }],
  },
  {
    rule: 'member-knows-no-member',
    bad: [
      { 'subgraphs/union/src/a.ts': ['../../alumni/src/b.js'], 'subgraphs/alumni/src/b.ts': [] },
      { 'subgraphs/union/src/a.ts': ['type @birlik/alumni/seeds/demo'] },
      { 'subgraphs/union/src/a.test.ts': ['@birlik/union-of-others'] },
    ],
    good: [
      { 'subgraphs/union/src/a.ts': ['@birlik/kernel/log', './b.js'], 'subgraphs/union/src/b.ts': [] },
      { 'subgraphs/union/src/a.int.test.ts': ['@birlik/infra/test-postgres', '@birlik/demo-data'] },
    ],
  },
  {
    rule: 'member-stands-alone',
    bad: [
      { 'subgraphs/union/src/a.ts': ['../../../gateway/src/b.js'], 'gateway/src/b.ts': [] },
      { 'subgraphs/union/src/a.ts': ['@birlik/infra/test-postgres'] },
      { 'subgraphs/union/src/a.ts': ['@birlik/schema/compose'] },
    ],
    good: [{ 'subgraphs/union/src/a.int.test.ts': ['@birlik/infra/test-postgres'] }],
  },
  {
    rule: 'demo-data-stays-in-seeds',
    bad: [
      { 'subgraphs/union/src/a.ts': ['@birlik/demo-data'] },
      { 'subgraphs/_kernel/src/a.ts': ['@birlik/demo-data/random'] },
      { 'subgraphs/_linkage/src/person/training-records.ts': ['@birlik/demo-data/random'] },
    ],
    good: [
      { 'subgraphs/union/seeds/demo.ts': ['@birlik/demo-data'] },
      { 'subgraphs/_linkage/src/training-records.ts': ['@birlik/demo-data/random'] },
    ],
  },
  {
    rule: 'nothing-needs-test',
    bad: [
      { 'gateway/src/a.ts': ['../../test/src/b.js'], 'test/src/b.ts': [] },
      { 'subgraphs/union/src/a.ts': ['@birlik/test/testkit'] },
      { 'gateway/src/a.ts': ['@birlik/test-client'] },
    ],
    good: [
      { 'test/src/a.ts': ['./b.js', '@birlik/infra/stack'], 'test/src/b.ts': [] },
      { 'subgraphs/union/src/a.int.test.ts': ['@birlik/test/testkit'] },
      { 'gateway/testing/a.ts': ['@birlik/test-client'] },
      { 'subgraphs/union/testing/stories.ts': ['@birlik/test/testkit/story'] },
    ],
  },
  {
    rule: 'test-client-stands-alone',
    bad: [
      { 'test/client/src/a.ts': ['../../src/b.js'], 'test/src/b.ts': [] },
      { 'test/client/src/a.ts': ['@birlik/gateway/pairwise/pseudonyms'] },
    ],
    good: [{ 'test/client/src/a.ts': ['./b.js'], 'test/client/src/b.ts': [] }],
  },
  {
    rule: 'production-needs-no-test-file',
    bad: [{ 'gateway/src/a.ts': ['./b.test.js'], 'gateway/src/b.test.ts': [] }],
    good: [{ 'gateway/src/a.test.ts': ['./b.test.js'], 'gateway/src/b.test.ts': [] }],
  },
  {
    rule: 'messages-stand-alone',
    bad: [
      { 'messages/src/a.ts': ['@birlik/kernel/log'] },
      { 'messages/src/a.ts': ['../../gateway/src/b.js'], 'gateway/src/b.ts': [] },
    ],
    good: [
      { 'messages/src/a.ts': ['./b.js'], 'messages/src/b.ts': [] },
      ...['gateway/src', 'subgraphs/_kernel/src', 'subgraphs/_trust/src', 'subgraphs/union/src'].map(
        (folder): Tree => ({ [`${folder}/a.ts`]: ['@birlik/messages/catalogue'] }),
      ),
    ],
  },
  {
    rule: 'kernel-knows-no-sibling',
    bad: [
      { 'subgraphs/_kernel/src/a.ts': ['../../union/src/b.js'], 'subgraphs/union/src/b.ts': [] },
      { 'subgraphs/_kernel/src/a.ts': ['@birlik/infra/postgres'] },
      { 'subgraphs/_kernel/src/a.ts': ['../../../gateway/src/b.js'], 'gateway/src/b.ts': [] },
      { 'subgraphs/_kernel/src/a.ts': ['../../_trust/src/b.js'], 'subgraphs/_trust/src/b.ts': [] },
      { 'subgraphs/_kernel/src/a.ts': ['type @birlik/trust/grant'] },
    ],
    good: [
      { 'subgraphs/_kernel/src/a/a.ts': ['../b/b.js', '@birlik/kernel/log'], 'subgraphs/_kernel/src/b/b.ts': [] },
      { 'subgraphs/_kernel/src/a/a.int.test.ts': ['@birlik/infra/test-postgres'] },
    ],
  },
  {
    rule: 'trust-knows-the-kernel-only',
    bad: [
      { 'subgraphs/_trust/src/a.ts': ['../../union/src/b.js'], 'subgraphs/union/src/b.ts': [] },
      { 'subgraphs/_trust/src/a.ts': ['@birlik/registry/seeds/demo'] },
      { 'subgraphs/_trust/src/a.ts': ['@birlik/infra/postgres'] },
    ],
    good: [
      { 'subgraphs/_trust/src/a/a.ts': ['../b/b.js', '@birlik/kernel/log'], 'subgraphs/_trust/src/b/b.ts': [] },
      { 'subgraphs/_trust/src/a/a.int.test.ts': ['@birlik/infra/test-postgres'] },
    ],
  },
  {
    rule: 'member-rules-stand-alone',
    bad: [
      { 'schema/member-rules/src/a.ts': ['@birlik/trust/personal-category'] },
      { 'schema/member-rules/src/a.ts': ['../../src/b.js'], 'schema/src/b.ts': [] },
    ],
    good: [
      { 'schema/member-rules/src/a.ts': ['./b.js', 'graphql'], 'schema/member-rules/src/b.ts': [] },
      ...['gateway/src/birlik', 'schema/src'].map((folder): Tree => ({
        [`${folder}/a.ts`]: ['@birlik/member-rules/check-members'],
      })),
    ],
  },
  {
    rule: 'linkage-is-an-engine',
    bad: [
      { 'subgraphs/_linkage/src/link/a.ts': ['../../../registry/src/b.js'], 'subgraphs/registry/src/b.ts': [] },
      ...['@birlik/kernel/log', 'type type-graphql', 'graphql', '@mikro-orm/core', 'pg'].map((name): Tree => ({
        'subgraphs/_linkage/src/link/a.ts': [name],
      })),
    ],
    good: [
      { 'subgraphs/_linkage/src/link/a.ts': ['../text/b.js', 'zod'], 'subgraphs/_linkage/src/text/b.ts': [] },
      { 'subgraphs/_linkage/testing/a.ts': ['@birlik/demo-data/random'] },
      { 'subgraphs/registry/src/a.ts': ['@birlik/linkage/weigh-pairs'] },
    ],
  },
  {
    rule: 'matching-is-an-engine',
    bad: [
      { 'subgraphs/_matching/src/a.ts': ['../../alumni/src/b.js'], 'subgraphs/alumni/src/b.ts': [] },
      ...['@birlik/kernel/log', 'graphql', '@mikro-orm/core', 'pg'].map((name): Tree => ({
        'subgraphs/_matching/src/a.ts': [name],
      })),
    ],
    good: [
      { 'subgraphs/_matching/testing/a.ts': ['@birlik/demo-data/random'] },
      { 'subgraphs/alumni/src/a.ts': ['@birlik/matching/problem'] },
    ],
  },
  {
    rule: 'gateway-knows-no-member',
    bad: [
      { 'gateway/src/a.ts': ['@birlik/trust/assertion'] },
      { 'gateway/src/a.ts': ['../../subgraphs/union/src/b.js'], 'subgraphs/union/src/b.ts': [] },
      { 'gateway/src/a.ts': ['@birlik/registry/seeds/demo'] },
    ],
    good: [{ 'gateway/src/a.ts': ['@birlik/kernel/log'] }],
  },
  {
    rule: 'gateway-takes-plumbing-only',
    bad: [{ 'gateway/src/a.ts': ['@birlik/kernel/database'] }],
    good: [{ 'gateway/src/a.ts': ['@birlik/kernel/config', '@birlik/kernel/lifecycle'] }],
  },
  {
    rule: 'gateway-serves-any-federation',
    bad: [
      { 'gateway/src/server.ts': ['./birlik/birlik-trust.js'], 'gateway/src/birlik/birlik-trust.ts': [] },
      { 'gateway/src/config/settings.ts': ['type ../access/keys.js'], 'gateway/src/access/keys.ts': [] },
      { 'gateway/src/http/a.ts': ['type ../identity/member.js'], 'gateway/src/identity/member.ts': [] },
      { 'gateway/src/operation/a.ts': ['../pairwise/pseudonyms.js'], 'gateway/src/pairwise/pseudonyms.ts': [] },
    ],
    good: [
      { 'gateway/src/main.ts': ['./birlik/birlik-trust.js'], 'gateway/src/birlik/birlik-trust.ts': [] },
      { 'gateway/src/birlik/a.ts': ['../pairwise/pseudonyms.js'], 'gateway/src/pairwise/pseudonyms.ts': [] },
      { 'gateway/src/operation/a.ts': ['../pairwise/id-places.js'], 'gateway/src/pairwise/id-places.ts': [] },
    ],
  },
  {
    rule: 'packages-meet-by-name',
    bad: [
      { 'subgraphs/union/src/a.ts': ['../../_kernel/src/log/log.js'], 'subgraphs/_kernel/src/log/log.ts': [] },
      { 'test/src/a.ts': ['../../infra/src/stack.js'], 'infra/src/stack.ts': [] },
    ],
    good: [
      { 'subgraphs/union/src/member.ts': ['../seeds/demo.js'], 'subgraphs/union/seeds/demo.ts': [] },
      { 'test/src/a.ts': ['@birlik/infra/stack'] },
    ],
  },
  {
    rule: 'entity-knows-tables-only',
    bad: ['service', 'resolver', 'reference', 'loader', 'type', 'input'].map((role) => pair('entity', role)),
    good: [pair('entity', 'entity'), pair('service', 'entity')],
  },
  {
    rule: 'service-knows-no-resolver',
    bad: [
      pair('service', 'resolver'),
      pair('service', 'reference'),
      pair('loader', 'resolver'),
      pair('errors', 'resolver'),
    ],
    good: [pair('resolver', 'service'), pair('service', 'loader')],
  },
  {
    rule: 'type-carries-no-logic',
    bad: [pair('type', 'service'), pair('type', 'resolver'), pair('input', 'loader'), pair('type', 'reference')],
    good: [pair('resolver', 'type'), pair('type', 'type')],
  },
  {
    rule: 'type-graphql-at-the-face',
    bad: ['service', 'entity', 'loader', 'errors'].map((role) => firm(role, 'type type-graphql')),
    good: [
      ...['type', 'input', 'resolver', 'reference'].map((role) => firm(role, 'type-graphql')),
      { 'subgraphs/union/src/schema.ts': ['type-graphql'] },
    ],
  },
  {
    rule: 'mikro-orm-at-the-tables',
    bad: [
      ...['type', 'input', 'resolver', 'reference', 'errors'].map((role) => firm(role, 'type @mikro-orm/core')),
      { 'subgraphs/union/src/member.ts': ['@mikro-orm/postgresql'] },
    ],
    good: [
      ...['entity', 'service', 'loader'].map((role) => firm(role, '@mikro-orm/core')),
      { 'subgraphs/union/src/database.ts': ['@mikro-orm/postgresql'] },
      { 'subgraphs/union/migrations/20260101-start.migration.ts': ['@mikro-orm/migrations'] },
    ],
  },
  {
    rule: 'kernel-orm-by-area',
    bad: [{ 'subgraphs/_kernel/src/log/log.ts': ['@mikro-orm/core'] }],
    good: [{ 'subgraphs/_kernel/src/database/database.ts': ['@mikro-orm/core'] }],
  },
  {
    rule: 'kernel-graph-by-area',
    bad: [{ 'subgraphs/_kernel/src/config/config.ts': ['type type-graphql'] }],
    good: [{ 'subgraphs/_kernel/src/federation/federation.ts': ['type-graphql'] }],
  },
  {
    rule: 'trust-orm-by-area',
    bad: [{ 'subgraphs/_trust/src/grant/grant.ts': ['@mikro-orm/core'] }],
    good: [{ 'subgraphs/_trust/src/erasure/erasure.ts': ['@mikro-orm/core'] }],
  },
  {
    rule: 'trust-graph-by-area',
    bad: [{ 'subgraphs/_trust/src/grant/grant.ts': ['type type-graphql'] }],
    good: [{ 'subgraphs/_trust/src/erasure/erasure.ts': ['type-graphql'] }],
  },
  {
    rule: 'dependencies-are-declared',
    bad: [{ 'gateway/src/a.ts': ['undeclared'], 'node_modules/undeclared/index.js': [] }],
    good: [{ 'gateway/src/a.ts': ['declared'], 'node_modules/declared/index.js': [] }],
  },
  {
    rule: 'imports-resolve',
    bad: [{ 'gateway/src/a.ts': ['./nowhere.js'] }],
    good: [{ 'gateway/src/a.ts': ['./b.js', 'node:fs'], 'gateway/src/b.ts': [] }],
  },
];

function pair(from: string, to: string): Tree {
  return {
    [`subgraphs/union/src/firm/firm.${from}.ts`]: [`type ./owner.${to}.js`],
    [`subgraphs/union/src/firm/owner.${to}.ts`]: [],
  };
}

function firm(role: string, imported: string): Tree {
  return { [`subgraphs/union/src/firm/firm.${role}.ts`]: [imported] };
}

const statement = (imported: string): string =>
  imported.startsWith('type ')
    ? `import type { thing } from '${imported.slice(5)}';\nexport type Thing = typeof thing;\n`
    : `import { thing } from '${imported}';\nexport const used = thing;\n`;

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'birlik-arrows-'));
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

/** The names of the rules that a tree of files breaks. */
async function broken(tree: Tree): Promise<readonly string[]> {
  return (await violations(tree)).map(({ rule }) => rule.name);
}

async function violations(tree: Tree): Promise<ICruiseResult['summary']['violations']> {
  await rm(root, { recursive: true });
  const files = Object.entries(tree).map(([path, imports]) => [path, imports.map(statement).join('')] as const);
  const manifest = JSON.stringify({ name: 'stack', dependencies: { declared: '1.0.0' } });
  for (const [path, text] of [...files, ['package.json', manifest] as const]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text === '' ? 'export const thing = 1;\n' : text);
  }
  const { output } = await cruise(
    Object.keys(tree).filter((path) => path.endsWith('.ts')),
    { ...configuration.options, baseDir: root, validate: true, ruleSet: { forbidden: [...configuration.forbidden] } },
  );
  return (output as ICruiseResult).summary.violations;
}

describe.each(arrows)('$rule', ({ rule, bad, good }) => {
  it.each(bad.map((tree) => ({ tree })))('refuses $tree', async ({ tree }) => {
    expect(await broken(tree)).toContain(rule);
  });

  it.each(good.map((tree) => ({ tree })))('accepts $tree', async ({ tree }) => {
    expect(await broken(tree)).not.toContain(rule);
  });
});

describe.each(Object.entries(FLOORS))('the floors of %s', (name, { sources, folders }) => {
  const everywhere = [...folders, 'elsewhere'];
  const file = (folder: string, to: string): string => `${sources}/${folder}/${to}.ts`;

  /** The arrows between all pairs of folders, that of a folder to itself included, which floors refuse. */
  const refused = async (suffix: string): Promise<readonly string[]> => {
    const pairs = everywhere.flatMap((from) => everywhere.map((to) => ({ from, to })));
    const sinks = everywhere.map((folder): [string, string[]] => [file(folder, 'sink'), []]);
    const arrowsOf = pairs.map(({ from, to }): [string, string[]] => [
      file(from, `to-${to}${suffix}`),
      [`type ../${to}/sink.js`],
    ]);
    const found = await violations(Object.fromEntries([...sinks, ...arrowsOf]));
    return found.flatMap(({ rule, from, to }) =>
      rule.name.startsWith(`${name}-floor-`) ? [`${rule.name}: ${folderOf(from)} > ${folderOf(to)}`] : [],
    );
  };
  const folderOf = (path: string): string => path.slice(sources.length + 1).split('/')[0] ?? '';

  it('refuse every import of a floor that is not below, and whatever stands on none', async () => {
    const above = folders.flatMap((from, floor) =>
      [...folders.slice(floor + 1), 'elsewhere'].map((to) => `${name}-floor-${floor + 1}: ${from} > ${to}`),
    );
    const beside = everywhere.map((to) => `${name}-floor-none: elsewhere > ${to}`);
    expect([...(await refused(''))].toSorted()).toEqual([...above, ...beside].toSorted());
  });

  it('leave tests and benches alone', async () => {
    expect([...(await refused('.int.test')), ...(await refused('.bench'))]).toEqual([]);
  });
});

describe('the list of arrows', () => {
  it('has a proof for each rule of the configuration, and every rule is an error', () => {
    const floors = Object.entries(FLOORS).flatMap(([name, { folders }]) =>
      [...folders.keys(), 'none'].map((floor) => `${name}-floor-${floor === 'none' ? floor : Number(floor) + 1}`),
    );
    const proved = [...arrows.map(({ rule }) => rule), ...floors];
    expect(proved.toSorted()).toEqual(configuration.forbidden.map(({ name }) => name).toSorted());
    expect(configuration.forbidden.filter(({ severity }) => severity !== 'error')).toEqual([]);
  });
});
