import { createDemoData } from '@birlik/demo-data';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { member as subgraph } from '../../member.js';

const demo = createDemoData();
const university = officerViewer(demo.organization('mdu').id);
const stranger = officerViewer(demo.organization('assoc-italy').id);

let member: TestMember;
let student: Viewer;
beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
  const { rows } = await member.owner.query<{ id: string }>(
    'select volunteer_id as id from affiliation where organization_id = $1 order by 1 limit 1',
    [university.organizationId],
  );
  student = volunteerViewer(rows[0]?.id ?? '');
});
afterAll(() => member.close());

interface Correction {
  readonly id?: string;
  readonly code?: string;
  readonly outcome?: string | null;
  readonly answer?: string | null;
}

async function mutate(
  as: Viewer,
  mutation: 'requestCorrection' | 'answerCorrection',
  input: object,
): Promise<Correction> {
  const type = mutation === 'requestCorrection' ? 'RequestCorrectionInput' : 'AnswerCorrectionInput';
  const { data, errors } = await member.query<{ done: Correction }>(
    `mutation ($input: ${type}!) { done: ${mutation}(input: $input) {
      ... on Correction { id outcome answer } ... on Problem { code }
    } }`,
    { as, variables: { input } },
  );
  return data?.done ?? { code: errors?.[0]?.extensions.code ?? 'no answer' };
}

const ask = (as: Viewer, of = university) =>
  mutate(as, 'requestCorrection', {
    ownerOrganizationId: of.organizationId,
    category: 'STUDY',
    fact: 'İxtisas',
    message: 'Kompüter mühəndisliyidir.',
  });
const answer = (as: Viewer, id: string | undefined) =>
  mutate(as, 'answerCorrection', { id, outcome: 'CORRECTED', answer: 'Düzəldildi.' });

test('a person asks the organisation that keeps a fact, its officers see and answer it once, and the person sees the answer', async () => {
  const { id } = await ask(student);
  expect(id).toBeDefined();
  const { data: seen } = await member.query<{ organizationCorrections: { nodes: object[] } }>(
    '{ organizationCorrections(first: 9, onlyOpen: true) { nodes { id fact volunteer { id } } } }',
    { as: university },
  );
  expect(seen?.organizationCorrections.nodes).toEqual([
    { id, fact: 'İxtisas', volunteer: { id: student.volunteerId } },
  ]);
  expect(await answer(stranger, id)).toEqual({ code: 'NOT_FOUND' });
  expect(await answer(university, id)).toEqual({ id, outcome: 'CORRECTED', answer: 'Düzəldildi.' });
  expect(await answer(university, id)).toEqual({ code: 'CONFLICT' });
  const { data } = await member.query<{ me: { corrections: { nodes: object[] } } }>(
    '{ me { corrections(first: 9) { nodes { answer organization { id } } } } }',
    { as: student },
  );
  expect(data?.me.corrections.nodes).toEqual([
    { answer: 'Düzəldildi.', organization: { id: university.organizationId } },
  ]);
});

test('only those are asked to whom the person belongs or belonged, by the person alone, and so often', async () => {
  expect(await ask(university)).toEqual({ code: 'FORBIDDEN' });
  const { rows } = await member.owner.query<{ id: string }>(
    `select id from volunteer where not exists (
       select from affiliation where volunteer_id = volunteer.id and organization_id = $1) limit 1`,
    [university.organizationId],
  );
  expect(await ask(volunteerViewer(rows[0]?.id ?? ''))).toEqual({ code: 'NOT_FOUND' });
  for (let time = 0; time < 10; time++) expect((await ask(student)).id).toBeDefined();
  expect(await ask(student)).toEqual({ code: 'CONFLICT' });
  const { data } = await member.query<{ organizationCorrections: { nodes: object[] } }>(
    '{ organizationCorrections(first: 9) { nodes { id } } }',
    { as: stranger },
  );
  expect(data?.organizationCorrections.nodes).toEqual([]);
});
