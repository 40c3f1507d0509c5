import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The outline that every member subgraph has. Whoever has read one has read all; this is the only place to change it. */
export const outline = {
  files: [
    '.env.example',
    'README.md',
    'package.json',
    'tsconfig.json',
    'seeds/demo.ts',
    'src/database.ts',
    'src/member.ts',
    'src/messages.json',
    'src/messages.ts',
    'src/personal-data.ts',
    'src/schema.ts',
  ],
  /** Files that may stand beside the outline's own in `src`, where a member needs them. */
  optionalFiles: ['src/config.ts', 'src/context.ts'],
  packageKeys: ['name', 'version', 'private', 'type', 'exports', 'scripts', 'dependencies', 'devDependencies'],
  /** How `src/member.ts` ends: it is the process's program, and a module like any other for tests. */
  program: 'if (import.meta.main) await member.run();\n',
  scripts: {
    start:
      'node --enable-source-maps --min-semi-space-size=8 --max-semi-space-size=8 --no-allocation-site-pretenuring dist/src/member.js',
  },
  environment: [
    'HOST',
    'PORT',
    'DATABASE_URL',
    'DATABASE_POOL_SIZE',
    'DATABASE_OWNER_URL',
    'GATEWAY_KEYS_URL',
    'GATEWAY_JWKS',
    'AGREEMENT_KEY',
    'RELEASE_THRESHOLD',
    'FRESH_SIGN_IN_SECONDS',
    'TIME_ZONE',
    'LOG_LEVEL',
    'SHUTDOWN_GRACE_MS',
    'STUCK_EXIT_MS',
    'IDEMPOTENCY_TTL_MS',
    'METRICS_PORT',
    'METRICS_HOST',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
  ],
  /** What a member reads beside that: the key that it shares with the registry, and the registry the keys of all and its own. */
  ownEnvironment: {
    registry: [
      'GRANT_KEYS',
      'SIGNING_KEYS',
      'NATIONAL_NUMBER_KEYS',
      'ADMITTED_ISSUERS',
      'SUBMITTED_RECORDS_OF_DAY',
      'CLAIM_TRIES_OF_DAY',
      'PERSON_LOOKUPS_OF_DAY',
      'RECOVERY_DELAY_SECONDS',
      'SIGN_UPS_OF_DAY',
      'MAIL_FROM',
      'MAIL_SERVER_URL',
      'SMS_SERVICE_URL',
      'PUSH_SERVICE_URL',
      'MESSAGE_SERVICE_TOKEN',
      'MESSAGE_FOLDER',
      'LOG_BUNDLE_SECONDS',
      'GATEWAY_URL',
      'ISSUER',
      'CLIENT_ID',
      'CLIENT_SECRET',
    ],
    creative: [
      'GRANT_KEY',
      'GRANT_USE_DAYS',
      'FILE_STORE',
      'FILE_LINK_SECONDS',
      'S3_ENDPOINT',
      'S3_REGION',
      'S3_ACCESS_KEY_ID',
      'S3_SECRET_ACCESS_KEY',
    ],
  } as Readonly<Record<string, readonly string[]>>,
  ownEnvironmentOfOthers: ['GRANT_KEY', 'GRANT_USE_DAYS'],
  roles: [
    'entity',
    'type',
    'input',
    'resolver',
    'reference',
    'loader',
    'service',
    'rule',
    'errors',
    'command',
    'bench',
  ],
  /** Members of so many features that their folders stand in rooms. */
  withRooms: ['registry'] as readonly string[],
  fewestEntities: 3,
} as const;

const test = String.raw`(\.int|\.e2e)?\.test`;
const outlineTest = new RegExp(String.raw`^src/[a-z][a-z0-9-]*${test}\.ts$`);
const folder = '[a-z][a-z0-9-]*/';
const featureIn = (place: string) =>
  new RegExp(String.raw`^src/${place}[a-z][a-z0-9-]*\.(${outline.roles.join('|')})(${test})?\.ts$`);
const featureFile = featureIn(folder);
const featureFileOfRoom = featureIn(`(${folder}){1,2}`);
const migrationFile = /^migrations\/\d{8}(\d{6})?-[a-z0-9-]+\.migration\.ts$/;
const program = 'src/member.ts';
const decorator = /^\s*@[A-Z]\w*\(/m;

/** What is different about one member: one sentence a deviation, none when it has the outline of all. */
export async function deviations(root: string, name: string): Promise<readonly string[]> {
  const folder = join(root, 'subgraphs', name);
  const files = await filesBelow(folder);
  const text = async (file: string): Promise<string> =>
    files.includes(file) ? readFile(join(folder, file), 'utf8') : '';
  const entities = files.filter((file) => file.endsWith('.entity.ts'));
  const decorated = await Promise.all(
    entities.map(async (file) => (decorator.test(await text(file)) ? [`${file} has decorators`] : [])),
  );
  return [
    ...outline.files.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...files.filter((file) => !isExpected(file, name)).map((file) => `${file} has no place in the outline`),
    ...(files.includes(program) && !(await text(program)).endsWith(outline.program)
      ? [`${program} does not run its member`]
      : []),
    ...(files.some((file) => migrationFile.test(file)) ? [] : ['migrations/ has no migration']),
    ...(entities.length >= outline.fewestEntities ? [] : [`${entities.length} entities are too few`]),
    ...decorated.flat(),
    ...(files.some((file) => /(?<!\.int|\.e2e)\.test\.ts$/.test(file)) ? [] : ['there is no unit test']),
    ...(files.some((file) => file.endsWith('.int.test.ts')) ? [] : ['there is no integration test']),
    ...packageDeviations(name, await text('package.json')),
    ...environmentDeviations(name, await text('.env.example')),
  ];
}

function isExpected(file: string, name: string): boolean {
  if (file.startsWith('migrations/')) return migrationFile.test(file);
  if (!file.startsWith('src/')) return true;
  const known: readonly string[] = [...outline.files, ...outline.optionalFiles];
  const feature = outline.withRooms.includes(name) ? featureFileOfRoom : featureFile;
  return known.includes(file) || outlineTest.test(file) || feature.test(file);
}

function packageDeviations(name: string, text: string): readonly string[] {
  if (text === '') return [];
  const manifest = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const keys: readonly string[] = outline.packageKeys;
  return [
    ...(manifest['name'] === `@birlik/${name}` ? [] : [`package.json is not named @birlik/${name}`]),
    ...keys.filter((key) => !(key in manifest)).map((key) => `package.json has no ${key}`),
    ...Object.keys(manifest)
      .filter((key) => !keys.includes(key))
      .map((key) => `package.json has ${key} of its own`),
    ...(JSON.stringify(manifest['scripts']) === JSON.stringify(outline.scripts)
      ? []
      : ['package.json has other scripts than its siblings']),
  ];
}

function environmentDeviations(name: string, text: string): readonly string[] {
  if (text === '') return [];
  const expected = [...outline.environment, ...(outline.ownEnvironment[name] ?? outline.ownEnvironmentOfOthers)];
  const lines = text.split('\n');
  const actual = lines.flatMap((line) => /^([A-Z][A-Z0-9_]*)=/.exec(line)?.slice(1, 2) ?? []);
  const unexplained = actual.filter((key) => {
    const above = lines[lines.findIndex((line) => line.startsWith(`${key}=`)) - 1];
    return above?.startsWith('# ') !== true;
  });
  return [
    ...expected.filter((key) => !actual.includes(key)).map((key) => `.env.example has no ${key}`),
    ...actual.filter((key) => !expected.includes(key)).map((key) => `.env.example has ${key} of its own`),
    ...unexplained.map((key) => `.env.example does not explain ${key}`),
  ];
}

/** Folders whose files are made of others. */
const made: ReadonlySet<string> = new Set(['node_modules', 'dist', 'generated']);

/** All files of a package by path, without what is installed or built. */
export async function filesBelow(folder: string, below = ''): Promise<readonly string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return made.has(entry.name) ? [] : filesBelow(folder, path);
    }),
  );
  return found.flat().toSorted();
}
