import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviations, outline } from './outline.js';

const environment = (...keys: readonly string[]): string =>
  keys.map((key) => `# What ${key} is for.\n${key}=\n`).join('');

const manifest = {
  name: '@birlik/union',
  version: '0.1.0',
  private: true,
  type: 'module',
  exports: {},
  scripts: outline.scripts,
  dependencies: {},
  devDependencies: {},
};

/** A member that has the outline, as file texts by path. */
const exemplary: Readonly<Record<string, string>> = {
  ...Object.fromEntries(outline.files.map((file) => [file, ''])),
  'src/member.ts': outline.program,
  'package.json': JSON.stringify(manifest),
  '.env.example': environment(...outline.environment, 'GRANT_KEY', 'GRANT_USE_DAYS'),
  'migrations/20260101-start.migration.ts': '',
  'src/firm/firm.entity.ts': '/** An entity.\n * @see firm.type.ts\n */\nexport class FirmEntity {}\n',
  'src/firm/owner.entity.ts': '',
  'src/firm/filing.entity.ts': '',
  'src/firm/firm.type.ts': '@ObjectType({})\nexport class Firm {}\n',
  'src/firm/firm.service.test.ts': '',
  'src/firm/firm.resolver.int.test.ts': '',
  'src/schema.int.test.ts': '',
};

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'birlik-outline-'));
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

/** What is odd about the exemplary member after the given changes; null removes a file. */
async function oddities(changes: Readonly<Record<string, string | null>>, name = 'union'): Promise<readonly string[]> {
  for (const [path, text] of Object.entries({ ...exemplary, ...changes })) {
    if (text === null) continue;
    await mkdir(dirname(join(root, 'subgraphs', name, path)), { recursive: true });
    await writeFile(join(root, 'subgraphs', name, path), text);
  }
  return deviations(root, name);
}

describe('deviations', () => {
  it('are none for a member with the outline', async () => {
    expect(await oddities({})).toEqual([]);
  });

  it.each(outline.files.filter((file) => file !== 'package.json' && file !== '.env.example'))(
    'name %s when it is missing',
    async (file) => {
      expect(await oddities({ [file]: null })).toEqual([`${file} is missing`]);
    },
  );

  it.each([
    'src/firm/firm.ts',
    'src/firm/firm.repository.ts',
    'src/firm/deep/firm.service.ts',
    'src/firm/index.ts',
    'src/queries.ts',
    'src/Firm/firm.service.ts',
    'migrations/start.ts',
  ])('name %s, which has no place', async (file) => {
    expect(await oddities({ [file]: '' })).toEqual([`${file} has no place in the outline`]);
  });

  it('ask that the member is a program', async () => {
    const without = { 'src/member.ts': 'export const member = defineMember({});\n' };
    expect(await oddities(without)).toEqual(['src/member.ts does not run its member']);
  });

  it('ask for a migration, entities and tests of both layers', async () => {
    const bare = {
      'migrations/20260101-start.migration.ts': null,
      'src/firm/owner.entity.ts': null,
      'src/firm/firm.service.test.ts': null,
      'src/firm/firm.resolver.int.test.ts': null,
      'src/schema.int.test.ts': null,
    };
    expect(await oddities(bare)).toEqual([
      'migrations/ has no migration',
      '2 entities are too few',
      'there is no unit test',
      'there is no integration test',
    ]);
  });

  it('refuse decorators on an entity', async () => {
    const decorated = '@ObjectType({})\nexport class FirmEntity {}\n';
    expect(await oddities({ 'src/firm/firm.entity.ts': decorated })).toEqual([
      'src/firm/firm.entity.ts has decorators',
    ]);
  });

  it('refuse a package of another make', async () => {
    const { devDependencies: _, ...rest } = manifest;
    const own = JSON.stringify({ ...rest, name: 'union', scripts: { start: 'node .' }, bin: {} });
    expect(await oddities({ 'package.json': own })).toEqual([
      'package.json is not named @birlik/union',
      'package.json has no devDependencies',
      'package.json has bin of its own',
      'package.json has other scripts than its siblings',
    ]);
  });

  it('refuse an environment with other or unexplained keys', async () => {
    const own = `${environment(...outline.environment.filter((key) => key !== 'HOST'), 'GRANT_KEY', 'GRANT_USE_DAYS', 'COLOUR')}SIZE=\n`;
    expect(await oddities({ '.env.example': own })).toEqual([
      '.env.example has no HOST',
      '.env.example has COLOUR of its own',
      '.env.example has SIZE of its own',
      '.env.example does not explain SIZE',
    ]);
  });

  it('know that the registry holds the keys of all owners', async () => {
    const package_ = JSON.stringify({ ...manifest, name: '@birlik/registry' });
    expect(await oddities({ 'package.json': package_ }, 'registry')).toEqual([
      '.env.example has no GRANT_KEYS',
      '.env.example has no SIGNING_KEYS',
      '.env.example has no NATIONAL_NUMBER_KEYS',
      '.env.example has no ADMITTED_ISSUERS',
      '.env.example has no SUBMITTED_RECORDS_OF_DAY',
      '.env.example has no CLAIM_TRIES_OF_DAY',
      '.env.example has no PERSON_LOOKUPS_OF_DAY',
      '.env.example has no RECOVERY_DELAY_SECONDS',
      '.env.example has no SIGN_UPS_OF_DAY',
      '.env.example has no MAIL_FROM',
      '.env.example has no MAIL_SERVER_URL',
      '.env.example has no SMS_SERVICE_URL',
      '.env.example has no PUSH_SERVICE_URL',
      '.env.example has no MESSAGE_SERVICE_TOKEN',
      '.env.example has no MESSAGE_FOLDER',
      '.env.example has no LOG_BUNDLE_SECONDS',
      '.env.example has no GATEWAY_URL',
      '.env.example has no ISSUER',
      '.env.example has no CLIENT_ID',
      '.env.example has no CLIENT_SECRET',
      '.env.example has GRANT_KEY of its own',
      '.env.example has GRANT_USE_DAYS of its own',
    ]);
  });
});
