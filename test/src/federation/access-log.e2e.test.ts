import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDemoData } from '@birlik/demo-data';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../testkit/stack.js';
import { readmeProfileQuery } from '../testkit/profile-query.js';
import { wholeSelections } from '../testkit/whole-selection.js';
import { personalFields } from './personal-fields.js';

const demo = createDemoData();
const person = demo.person(0);
let federation: TestStack;

beforeAll(async () => {
  federation = await startTestStack();
});
afterAll(() => federation.close());

async function asRegistryOwner<Result>(work: (owner: pg.Client) => Promise<Result>): Promise<Result> {
  const owner = new pg.Client({ connectionString: federation.stack.databases['registry']?.ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** An answer as it was before every viewer's ids became their own. */
function revealed(answer: object | undefined, persona: string): string {
  const ids = federation.idsOf(persona);
  return JSON.stringify(answer, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith('p1.') ? ids.reveal(value) : value,
  );
}

async function giveConsent(input: { recipientOrganizationId?: string; purpose: string; category: string }) {
  const { data } = await federation.ask<{ giveConsent: { id: string } }>(
    `mutation Give($input: GiveConsentInput!) { giveConsent(input: $input) { ... on Consent { id } } }`,
    { as: 'volunteer', variables: { input } },
  );
  expect(data?.giveConsent.id).toEqual(expect.any(String));
}

describe('whatWouldSee', () => {
  const officers = {
    'registry-officer': 'registry-office',
    'university-officer': 'mdu',
    'asan-school-officer': 'asan',
    'union-officer': 'uvoa',
    'alumni-officer': 'asap',
    'association-officer': 'assoc-lithuania',
    'creative-officer': 'afci',
  } as const;
  const purposes = ['recruitment', 'placement', 'reporting', 'marketing'];
  let selection: string;

  beforeAll(async () => {
    const fields = await wholeSelections(
      federation,
      personalFields.map(({ name }) => name),
    );
    selection = [...fields.values(), 'withheld { category owner reason }'].join(' ');
    await giveConsent({
      recipientOrganizationId: demo.organization('uvoa').id,
      purpose: 'placement',
      category: 'STUDY',
    });
    await giveConsent({
      recipientOrganizationId: demo.organization('uvoa').id,
      purpose: 'placement',
      category: 'ALUMNI',
    });
    await giveConsent({ purpose: 'recruitment', category: 'CREATIVE' });
    await giveConsent({ purpose: 'recruitment', category: 'SERVICE' });
  });

  test('every personal field is compared with all that is below it', () => {
    for (const { name } of personalFields) expect(selection).toMatch(new RegExp(`(^| )${name}( |$)`));
    expect(selection).toContain('master1 {');
    expect(selection.length).toBeGreaterThan(1_000);
  });

  test.each(Object.entries(officers))('shows the person, byte by byte, what %s gets', async (officer, key) => {
    const organization = demo.organization(key).id;
    const seen = new Set<string>();
    for (const purpose of purposes) {
      const preview = await federation.ask<{ me: { whatWouldSee: object } }>(
        `query Preview($organization: ID!, $purpose: String!) {
           me { own: name enrolments { id } whatWouldSee(organization: $organization, purpose: $purpose) { ${selection} } } }`,
        { as: 'volunteer', language: 'en', variables: { organization, purpose } },
      );
      const real = await federation.ask<{ volunteer: object }>(
        `query Real($id: ID!) { volunteer(id: $id) { ${selection} } }`,
        { as: officer, purpose, language: 'en', variables: { id: await federation.idFor(officer, person.id) } },
      );
      expect(preview.errors).toBeUndefined();
      // Whoever asks for themselves is told once what to state, which a preview shows by what is withheld.
      expect(real.errors?.map(({ extensions }) => extensions.code)).toEqual(
        purpose === 'marketing' ? ['PURPOSE_UNKNOWN'] : undefined,
      );
      const text = revealed(real.data?.volunteer, officer);
      expect(revealed(preview.data?.me.whatWouldSee, 'volunteer')).toBe(text);
      seen.add(text);
    }
    // The purposes make a difference, so that equal answers are not equal because all of them are empty.
    expect(seen.size).toBeGreaterThan(2);
  });

  test('shows another person below by the viewer’s own rights alone', async () => {
    const { data, errors } = await federation.ask<{ me: { whatWouldSee: { mentorships: object[] } } }>(
      `query ($organization: ID!) { me { whatWouldSee(organization: $organization, purpose: "placement") {
         mentorships { mentor { name withheld { category reason } } } } } }`,
      { as: 'volunteer', variables: { organization: demo.organization('uvoa').id } },
    );
    expect(errors).toBeUndefined();
    expect(data?.me.whatWouldSee.mentorships).toEqual([
      { mentor: { name: null, withheld: [{ category: 'CONTACT', reason: 'NO_ORGANIZATION' }] } },
    ]);
  });
});

describe('the access log', () => {
  test('names the fields that an operation asked of another member, and its purpose', async () => {
    const { data } = await federation.ask(
      `query Fields($id: ID!) { volunteer(id: $id) { e: enrolments { status programme { name } } name } }`,
      {
        as: 'university-officer',
        purpose: 'recruitment',
        variables: { id: await federation.idFor('university-officer', person.id) },
      },
    );
    expect(data?.['volunteer']).toMatchObject({ e: [{ status: 'STUDYING' }] });
    const log = await federation.ask<{ me: { whoViewedMyData: { nodes: object[] } } }>(
      `{ me { whoViewedMyData(first: 2) { nodes { operation category fields statedPurpose { name } } } } }`,
      { as: 'volunteer', language: 'en' },
    );
    const common = { operation: 'Fields', statedPurpose: { name: 'Recruitment' } };
    expect(new Set(log.data?.me.whoViewedMyData.nodes)).toEqual(
      new Set([
        { ...common, category: 'STUDY', fields: ['enrolments.status', 'enrolments.programme.name'] },
        { ...common, category: 'CONTACT', fields: ['name'] },
      ]),
    );
  });

  test('withholds of each of two people what was asked of that one, and has a row for each', async () => {
    const other = demo.person(1);
    const idFor = (id: string) => federation.idFor('university-officer', id);
    const { data, errors } = await federation.ask(
      `query Apart($a: ID!, $b: ID!) {
         a: volunteer(id: $a) { name withheld { category } }
         b: volunteer(id: $b) { enrolments { level } withheld { category } } }`,
      {
        as: 'university-officer',
        purpose: 'reporting',
        variables: { a: await idFor(person.id), b: await idFor(other.id) },
      },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      a: { name: null, withheld: [{ category: 'CONTACT' }] },
      b: { enrolments: null, withheld: [{ category: 'STUDY' }] },
    });
    const rows = await asRegistryOwner(async (owner) => {
      const found = await owner.query<object>(
        `select volunteer_id as person, category, fields from access_log where operation = 'Apart'`,
      );
      return found.rows;
    });
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(
      expect.arrayContaining([
        { person: person.id, category: 'contact', fields: ['name'] },
        { person: other.id, category: 'study', fields: ['enrolments.level'] },
      ]),
    );
  });

  test('is exported from the running stack and verified with the keys of the graph', async () => {
    await federation.ask(`query Exported($id: ID!) { volunteer(id: $id) { name } }`, {
      as: 'university-officer',
      purpose: 'recruitment',
      variables: { id: await federation.idFor('university-officer', person.id) },
    });
    const folder = federation.stack.folder.dir;
    const built = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
    const run = (module: string, ...args: string[]) =>
      spawnSync(process.execPath, [built(module), ...args], { encoding: 'utf8' });
    const out = join(folder, 'log.jsonl');
    const organization = demo.organization('mdu').id;
    const made = run('infra/dist/log-export.js', '--organization', organization, '--out', out, '--state-dir', folder);
    expect(made).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/: \d+ rows, [1-9]\d* of them shown\.\n$/) as string,
    });

    const { data } = await federation.ask<{
      signingKeys: { publicKey: string; since: string; retiredAt: string | null }[];
      organizationAccessLogHead: string;
    }>(`{ signingKeys { publicKey since retiredAt } organizationAccessLogHead }`, { as: 'university-officer' });
    const keys = data?.signingKeys.map(({ publicKey, ...time }) => ({ ...(JSON.parse(publicKey) as object), ...time }));
    await writeFile(join(folder, 'keys.json'), JSON.stringify({ keys }));
    await writeFile(join(folder, 'head.json'), JSON.stringify({ head: data?.organizationAccessLogHead }));
    const verify = 'subgraphs/registry/dist/src/command/log-verify.command.js';
    const given = ['--keys', join(folder, 'keys.json'), '--heads', join(folder, 'head.json')];
    expect(run(verify, '--in', out, ...given)).toMatchObject({ status: 0, stderr: '' });

    const text = await readFile(out, 'utf8');
    await writeFile(out, text.replace('"Exported"', '"Other"'));
    expect(run(verify, '--in', out, ...given)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('The log is broken: changed, at line ') as string,
    });
  });

  test('that cannot be written means no personal data, and everything else as before', async () => {
    const profile = await readmeProfileQuery();
    const officer = `query Read($id: ID!) { volunteer(id: $id) { ${personalFields
      .map(({ name, selection }) => `${name} ${selection}`)
      .join(' ')} } }`;
    const everybodys = `{ organizations(first: 2) { nodes { name } } countries { code } faculties(first: 1) { nodes { name } }
      opportunities(first: 1) { nodes { id } } conferences(first: 1) { nodes { id } } }`;
    const asked = {
      as: 'university-officer',
      purpose: 'recruitment',
      variables: { id: await federation.idFor('university-officer', person.id) },
    };
    const before = await federation.ask(everybodys);
    const released = await federation.ask<{ volunteer: Record<string, unknown> }>(officer, asked);
    expect(released.data?.volunteer['enrolments']).not.toBeNull();

    await asRegistryOwner((owner) => owner.query('alter table access_log rename to access_log_away'));
    const own = await federation.ask<{ me: Record<string, unknown> }>(profile, { as: 'volunteer' });
    const read = await federation.ask<{ volunteer: Record<string, unknown> }>(officer, asked);
    const meanwhile = await federation.ask(everybodys);
    await asRegistryOwner((owner) => owner.query('alter table access_log_away rename to access_log'));

    for (const [name, value] of Object.entries(own.data?.me ?? {})) expect([name, value]).toEqual([name, null]);
    expect(Object.keys(read.data?.volunteer ?? {})).toHaveLength(personalFields.length);
    for (const { name } of personalFields) {
      expect(read.data?.volunteer[name]).toBeNull();
      const codes = read.errors?.filter(({ path }) => path?.[1] === name).map(({ extensions }) => extensions.code);
      expect([name, codes]).toEqual([name, ['INTERNAL_SERVER_ERROR']]);
    }
    expect(meanwhile.data).toEqual(before.data);
    expect(meanwhile.errors).toBeUndefined();

    const again = await federation.ask<{ volunteer: Record<string, unknown> }>(officer, asked);
    expect(again.data).toEqual(released.data);
  });
});
