/**
 * The arrows of this repository: who may import whom. Every rule is an error, and `test/src/checks/arrows.test.ts` shows
 * that each of them can fail.
 *
 * A module of another package is seen by its name (`@birlik/kernel/log`) before a build and by its file
 * (`subgraphs/_kernel/dist/log/log.js`) afterwards; the patterns cover both.
 */

const { floors } = require('./.dependency-cruiser.floors.cjs');

const member = '^subgraphs/([^_/][^/]*)/';
const kernel = '^(subgraphs/_kernel/|@birlik/kernel(/|$))';
const trust = '^(subgraphs/_trust/|@birlik/trust(/|$))';
const linkage = '^(subgraphs/_linkage/|@birlik/linkage(/|$))';
const matching = '^(subgraphs/_matching/|@birlik/matching(/|$))';
const demoData = '^(infra/demo-data/|@birlik/demo-data(/|$))';
const messages = '^(messages/|@birlik/messages(/|$))';
const infra = '^(infra/(?!demo-data/)|@birlik/infra(/|$))';
const testFile = String.raw`\.test\.ts$`;
/** What the gateway knows of Birlik: its tokens, assertions, authorities and sectors of ids. */
const birlikOnly = String.raw`birlik/|access/|identity/member\.ts$|pairwise/(pseudonym.*|sector|pairwise-.*)\.ts$`;
/** Files that serve nobody: they may stand anywhere and see everything. */
const apart = String.raw`\.(test|bench)\.ts$`;
const testClient = '^(test/client/|@birlik/test-client(/|$))';

/** Matches a package of the registry, whether it is installed or only named. */
const npm = (names) => `(^|/node_modules/)(${names})(/|$)`;

/** Matches files of a member by the role in their names, such as `firm.service.ts`. */
const role = (roles) => String.raw`^subgraphs/[^_/][^/]*/src/.+\.(${roles})\.ts$`;

/** One arrow that must not exist. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Keeps the ORM, or the declaration of the graph, to some areas of a package that all members share. */
const byArea = (name, what, areas) =>
  forbid(
    `${name}-${what}-by-area`,
    what === 'orm'
      ? 'The ORM belongs to the areas around the database.'
      : 'The declaration of the graph belongs to the areas that make types.',
    { path: String.raw`^subgraphs/_${name}/src/(?!(${areas})/)`, pathNot: testFile },
    { path: npm(what === 'orm' ? '@mikro-orm' : 'type-graphql') },
  );

const trustTables =
  'context|database|erasure|file(-migration)?|grant-[a-z]+|heads|member|message-entity|personal-data|queue';
const trustTypes =
  'allow|data-export|erasure|file-type|guardian-answer-type|heads|listed|localized-field|message(-template)?|organization|queue|related|reported-figure|source|statistic-type|volunteer';

/** One rule a floor, which is called `gateway-floor-1` and so on, and one that leaves nothing beside the floors. */
const floorRules = Object.entries(floors).flatMap(([name, { sources, floors: all }]) => {
  /** Matches a file by its folder, or by its own name, which the first group holds. */
  const inside = (names) => String.raw`^${sources}/(${names.join('|')})(/|\.(tsx?|json)$)`;
  const rules = all.map((names, index) => {
    const lower = all.slice(0, index).flat();
    return forbid(
      `${name}-floor-${index + 1}`,
      'A folder imports from lower floors only, so that each can be read with what is below it and nothing else.',
      { path: inside(names), pathNot: apart },
      { path: `^${sources}/`, pathNot: [inside(['$1']), ...(lower.length === 0 ? [] : [inside(lower)])] },
    );
  });
  const beside = forbid(
    `${name}-floor-none`,
    'What is new gets a floor of its own choice.',
    { path: `^${sources}/`, pathNot: [inside(all.flat()), apart] },
    {},
  );
  return [...rules, beside];
});

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two files that need each other are one file, or hide a third.', {}, { circular: true }),
    ...floorRules,
    forbid(
      'portal-room-knows-no-room',
      'What three rooms need stands in `rooms/_shared` or lower.',
      { path: '^gateway/portal/src/rooms/([^_/][^/]*)/' },
      { path: '^gateway/portal/src/rooms/[^_/][^/]*/', pathNot: '^gateway/portal/src/rooms/$1/' },
    ),
    forbid(
      'portal-asks-in-one-way',
      'A page says what it asks, and an action what it does: how the graph is asked is known by what they are made with.',
      { path: '^gateway/portal/src/(design|rooms|shell)/' },
      { path: npm('urql|@urql/core') },
    ),
    forbid(
      'portal-stands-alone',
      'The portal knows the federation by the graph alone, and is built before the others are. Its tests may start them.',
      { path: '^gateway/portal/', pathNot: testFile.replace('ts$', 'tsx?$') },
      { path: '^((infra|messages|schema|subgraphs|test)/|gateway/(?!portal/)|@birlik/)' },
    ),
    forbid(
      'portal-looks-in-one-way',
      'The kit of components is known to our own components alone.',
      { path: '^gateway/portal/src/', pathNot: '^gateway/portal/src/(design/|application)' },
      { path: npm('react-aria-components') },
    ),
    forbid(
      'member-knows-no-member',
      "Another member's data arrives through the graph.",
      { path: member },
      {
        path: '^(subgraphs/|@birlik/)',
        pathNot: [
          '^(subgraphs|@birlik)/$1(/|$)',
          messages,
          kernel,
          trust,
          linkage,
          matching,
          demoData,
          infra,
          '^@birlik/(schema|gateway|test)(/|$)',
        ],
      },
    ),
    forbid(
      'member-stands-alone',
      'A member deploys without the gateway, the contract and the embedded default. Its tests may start a database.',
      { path: member, pathNot: testFile },
      { path: ['^(gateway|schema)/', '^@birlik/(gateway|schema)(/|$)', infra] },
    ),
    forbid(
      'demo-data-stays-in-seeds',
      'Code that serves must not know the demo data.',
      {
        path: '^subgraphs/',
        pathNot: [
          '^subgraphs/[^/]+/seeds/',
          // The engine of linkage learns from invented registers and is tested with others; neither serves.
          String.raw`^subgraphs/(_matching/testing/|_linkage/(testing/|src/training-records\.ts$))`,
          apart,
        ],
      },
      { path: demoData },
    ),
    forbid(
      'nothing-needs-test',
      'The test packages need the others, never the reverse. Test files, and what they stand on, may use them.',
      { pathNot: ['^test/', '^(gateway|subgraphs/[^_/][^/]*)/testing/', testFile] },
      { path: ['^(test/|@birlik/test(/|$))', testClient] },
    ),
    forbid(
      'test-client-stands-alone',
      'Tests of every package ask through it, so it needs none of them.',
      { path: '^test/client/' },
      { path: ['^(gateway|infra|schema|subgraphs|test/src)/', '^@birlik/(?!test-client(/|$))'] },
    ),
    forbid(
      'production-needs-no-test-file',
      'What a test file declares is for that file alone.',
      { pathNot: testFile },
      { path: testFile },
    ),
    forbid(
      'messages-stand-alone',
      'The gateway and the members alike speak by it, so it needs none of them.',
      { path: '^messages/' },
      { path: ['^(gateway|infra|schema|subgraphs|test)/', '^@birlik/(?!messages(/|$))'] },
    ),
    forbid(
      'member-rules-stand-alone',
      'The contract and the gateway refuse by the same rules, so that these need neither.',
      { path: '^schema/member-rules/', pathNot: testFile },
      { path: '^((gateway|infra|messages|subgraphs|test)/|schema/(?!member-rules/)|@birlik/(?!member-rules(/|$)))' },
    ),
    forbid(
      'kernel-knows-no-sibling',
      'The kernel is process plumbing below everything else but the messages, the trust framework too. Its tests may start a database.',
      { path: '^subgraphs/_kernel/', pathNot: testFile },
      { path: ['^(subgraphs/(?!_kernel/)|gateway/|infra/|schema/)', '^@birlik/(?!(kernel|messages)(/|$))'] },
    ),
    forbid(
      'trust-knows-the-kernel-only',
      'The trust framework stands on the kernel and the messages and below all members. Its tests may start a database.',
      { path: '^subgraphs/_trust/', pathNot: testFile },
      {
        path: [
          '^(subgraphs/(?!_(kernel|trust)/)|gateway/|infra/|schema/)',
          '^@birlik/(?!(kernel|messages|trust)(/|$))',
        ],
      },
    ),
    forbid(
      'linkage-is-an-engine',
      'The engine of linkage knows records and nothing of the graph, of a database or of who uses it.',
      { path: '^subgraphs/_linkage/' },
      {
        path: [
          '^(subgraphs/(?!_linkage/)|gateway/|infra/(?!demo-data/)|schema/|test/)',
          '^@birlik/(?!(linkage|demo-data)(/|$))',
          npm('type-graphql|graphql|@apollo|@mikro-orm|pg'),
        ],
      },
    ),
    forbid(
      'matching-is-an-engine',
      'The solver of matchings knows mentees, mentors and scores, and nothing of the graph, of a database or of who uses it.',
      { path: '^subgraphs/_matching/' },
      {
        path: [
          '^(subgraphs/(?!_matching/)|gateway/|infra/(?!demo-data/)|schema/|test/)',
          '^@birlik/(?!(matching|demo-data)(/|$))',
          npm('type-graphql|graphql|@apollo|@mikro-orm|pg'),
        ],
      },
    ),
    forbid(
      'gateway-knows-no-member',
      'The gateway learns about members from the supergraph only.',
      { path: '^gateway/' },
      { path: ['^subgraphs/(?!_kernel/)', '^@birlik/(?!(kernel|messages|member-rules|gateway|test-client)(/|$))'] },
    ),
    forbid(
      'gateway-takes-plumbing-only',
      'Of the kernel, the gateway may use configuration, log, errors and lifecycle.',
      { path: '^gateway/' },
      { path: kernel, pathNot: '^(@birlik/kernel|subgraphs/_kernel/(dist|src))/(config|log|errors|lifecycle)(/|$)' },
    ),
    forbid(
      'gateway-serves-any-federation',
      "What is Birlik's own stands behind the interface in gateway/src/trust; only the process and its configuration know it.",
      {
        path: '^gateway/src/',
        pathNot: [`^gateway/src/(${birlikOnly}|config/(config|schema)\\.ts$|main\\.ts$)`, apart],
      },
      { path: `^gateway/src/(${birlikOnly})` },
    ),
    forbid(
      'packages-meet-by-name',
      'Another package is reached through its exports, not through a path into its sources.',
      {
        path: '^(gateway|infra/demo-data|infra|messages|schema/member-rules|schema|subgraphs/[^/]+|test/client|test)/',
      },
      {
        path: '/(src|migrations|seeds)/',
        pathNot: ['^$1/', '(^|/)node_modules/', '/dist/'],
        dependencyTypes: ['local'],
      },
    ),
    forbid(
      'entity-knows-tables-only',
      'Resolver, service, entity: never back. A column must not be able to publish itself.',
      { path: role('entity') },
      { path: role('type|input|resolver|reference|loader|service') },
    ),
    forbid(
      'service-knows-no-resolver',
      'Rules and transactions work without GraphQL.',
      { path: role('service|loader|errors') },
      { path: role('resolver|reference') },
    ),
    forbid(
      'type-carries-no-logic',
      'The public face describes; resolvers and services act.',
      { path: role('type|input') },
      { path: role('resolver|reference|loader|service') },
    ),
    forbid(
      'type-graphql-at-the-face',
      'Only types, inputs, resolvers, references and the schema list know how the graph is declared.',
      { path: member, pathNot: [role('type|input|resolver|reference'), '/src/schema\\.ts$', testFile] },
      { path: npm('type-graphql') },
    ),
    forbid(
      'mikro-orm-at-the-tables',
      'Only entities, services, loaders, the database and context files, migrations and seeds know the ORM.',
      {
        path: member,
        pathNot: [
          role('entity|service|loader'),
          '/src/(database|context)\\.ts$',
          '/mikro-orm\\.config\\.ts$',
          '^subgraphs/[^/]+/(migrations|seeds)/',
          testFile,
        ],
      },
      { path: npm('@mikro-orm') },
    ),
    byArea('kernel', 'orm', 'connection|database|idempotency|jobs|member|queue|rows|statement'),
    byArea('kernel', 'graph', 'connection|federation|problem'),
    byArea('trust', 'orm', trustTables),
    byArea('trust', 'graph', trustTypes),
    forbid(
      'dependencies-are-declared',
      'What a package imports stands in its own package.json.',
      { pathNot: [testFile, '^[^/]+$'] },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'imports-resolve',
      'An import that leads nowhere hides from every other rule. Build first: packages resolve to their output. One holds types only.',
      {},
      { couldNotResolve: true, pathNot: npm('@graphql-typed-document-node/core') },
    ),
  ],
  options: {
    // Without this, imports of types only would escape every rule.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['^\\.birlik/', '(^|/)dist/.*\\.d\\.ts$'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
