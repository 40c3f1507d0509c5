import { newId } from '@birlik/kernel/identifier';
import { describe, expect, test } from 'vitest';
import { meetAtLock } from './lock-gate.js';
import { volunteerViewer, type RequestOptions, type TestMember } from './member.js';

/** How a member takes applications of minors, each to something of its own that is made for it. */
export interface GuardedApplications {
  /** The running member; called inside tests only. */
  readonly member: () => TestMember;
  readonly table: string;
  /** The mutation that says yes or no. */
  readonly confirmation: string;
  /** The type of an application. */
  readonly type: string;
  /** The status of an application that waits for the organisation alone. */
  readonly open: string;
  /** Makes something that takes applications; resolves to its id. */
  readonly offer: () => Promise<string>;
  /** Lets it begin, so that a yes is not taken back any more. */
  readonly begin: (offer: string) => Promise<unknown>;
  /** Applies to it; resolves to the application, a problem's code, or an error's. */
  readonly apply: (offer: string, options: RequestOptions) => Promise<Applied>;
}

/** What became of a mutation about an application. */
export interface Applied {
  readonly id?: string;
  readonly status?: string;
  readonly code?: string;
  readonly guardianAnswers?: readonly { readonly answer: string; readonly reason: string | null }[];
}

/** What a member selects of an application in these tests. */
export const appliedFields = '{ id status guardianAnswers { answer reason } }';

/** Somebody whom the registry calls a minor, and their guardian. */
interface Family {
  readonly ward: string;
  readonly asWard: RequestOptions;
  readonly asGuardian: RequestOptions;
  /** The ward on the day on which they are of age, and from then on the guardian. */
  readonly asAdult: RequestOptions;
  readonly asFormerGuardian: RequestOptions;
}

function family(): Family {
  const [ward, guardian] = [newId(), newId()];
  const as = volunteerViewer(guardian);
  return {
    ward,
    asWard: { as: volunteerViewer(ward), decidesFor: [] },
    asAdult: { as: volunteerViewer(ward) },
    asGuardian: { as, decidesFor: [guardian, ward] },
    asFormerGuardian: { as },
  };
}

/** What every member keeps to that takes applications: a minor's waits for a guardian. */
export function describeGuardianAnswers(subject: GuardedApplications): void {
  const { confirmation, type, open } = subject;

  async function confirm(id: string, options: RequestOptions, said: object, onBehalfOf?: string): Promise<Applied> {
    const { data, errors } = await subject.member().query<{ said: Applied }>(
      `mutation ($id: ID!, $confirm: Boolean!, $reason: GuardianReason, $onBehalfOf: ID) {
        said: ${confirmation}(applicationId: $id, confirm: $confirm, reason: $reason, onBehalfOf: $onBehalfOf) {
          ... on Problem { code } ... on ${type} ${appliedFields}
        }
      }`,
      { ...options, variables: { id, ...said, onBehalfOf } },
    );
    return data?.said ?? { code: String(errors?.[0]?.extensions.code) };
  }

  const yes = (id: string, { ward, asGuardian }: Family, as = asGuardian) => confirm(id, as, { confirm: true }, ward);
  const no = (id: string, { ward, asGuardian }: Family, reason: string | null = 'DUTIES', as = asGuardian) =>
    confirm(id, as, { confirm: false, reason }, ward);

  async function waiting(): Promise<Family & { readonly id: string; readonly offer: string }> {
    const [one, offer] = [family(), await subject.offer()];
    const applied = await subject.apply(offer, one.asWard);
    expect(applied).toMatchObject({
      status: 'AWAITING_GUARDIAN',
      guardianAnswers: [{ answer: 'AWAITED', reason: null }],
    });
    return { ...one, offer, id: applied.id ?? '' };
  }

  describe('an application of a minor', () => {
    test('waits for a guardian, and one of somebody of age for nobody', async () => {
      const { offer, asWard } = await waiting();
      expect(await subject.apply(offer, { as: volunteerViewer(newId()) })).toMatchObject({
        status: open,
        guardianAnswers: [],
      });
      expect(await subject.apply(offer, asWard)).toEqual({ code: 'CONFLICT' });
    });

    test('is not made, and not answered, where the registry did not say who decides', async () => {
      const { offer, id, ward, asGuardian } = await waiting();
      const silent = { as: volunteerViewer(newId()), decidesFor: null };
      expect(await subject.apply(offer, silent)).toEqual({ code: 'UPSTREAM_UNAVAILABLE' });
      expect(await confirm(id, { ...asGuardian, decidesFor: null }, { confirm: true }, ward)).toEqual({
        code: 'UPSTREAM_UNAVAILABLE',
      });
    });

    test('goes to the organisation by the yes of a guardian, once', async () => {
      const one = await waiting();
      expect(await yes(one.id, one)).toMatchObject({
        status: open,
        guardianAnswers: [{ answer: 'AWAITED' }, { answer: 'GIVEN', reason: null }],
      });
      expect(await yes(one.id, one)).toEqual({ code: 'CONFLICT' });
    });

    test('is answered once however many answers come at once', async () => {
      const one = await waiting();
      const answers = await meetAtLock(
        subject.member(),
        { hold: [`select from ${subject.table} where id = $1 for update`, one.id] },
        Array.from({ length: 6 }, (_, index) => () => (index % 2 ? yes(one.id, one) : no(one.id, one))),
      );
      const refused = answers.filter(({ code }) => code === 'CONFLICT');
      // A no takes back the yes before it, and nothing follows a no.
      expect(answers.length - refused.length).toBeLessThanOrEqual(2);
      expect(refused.length).toBeGreaterThanOrEqual(4);
    });

    test('ends by a no with a reason, and can be made anew three times', async () => {
      const one = await waiting();
      expect(await no(one.id, one, null)).toEqual({ code: 'BAD_USER_INPUT' });
      expect(await no(one.id, one)).toMatchObject({
        status: 'WITHDRAWN',
        guardianAnswers: [{ answer: 'AWAITED' }, { answer: 'REFUSED', reason: 'DUTIES' }],
      });
      expect(await yes(one.id, one)).toEqual({ code: 'CONFLICT' });
      for (let time = 0; time < 2; time += 1) {
        const { id = '' } = await subject.apply(one.offer, one.asWard);
        expect(await no(id, one, 'CONTENT')).toMatchObject({ status: 'WITHDRAWN' });
      }
      expect(await subject.apply(one.offer, one.asWard)).toEqual({ code: 'LIMIT_REACHED' });
    });

    test('ends when the guardian takes the yes back, until it begins', async () => {
      const [one, other] = [await waiting(), await waiting()];
      await yes(one.id, one);
      await yes(other.id, other);
      expect(await no(one.id, one, 'JOURNEY')).toMatchObject({
        status: 'WITHDRAWN',
        guardianAnswers: [{ answer: 'AWAITED' }, { answer: 'GIVEN' }, { answer: 'TAKEN_BACK', reason: 'JOURNEY' }],
      });
      await subject.begin(other.offer);
      expect(await no(other.id, other)).toEqual({ code: 'CONFLICT' });
    });

    test('is the minor’s to withdraw alone, and not to confirm', async () => {
      const one = await waiting();
      expect(await confirm(one.id, one.asWard, { confirm: true })).toEqual({ code: 'REPRESENTATIVE_REQUIRED' });
      expect(await confirm(one.id, one.asWard, { confirm: false, reason: 'DUTIES' })).toEqual({
        code: 'BAD_USER_INPUT',
      });
      expect(await confirm(one.id, one.asWard, { confirm: false })).toMatchObject({ status: 'WITHDRAWN' });
    });

    test('is confirmed by who came of age, and by no guardian any more', async () => {
      const one = await waiting();
      expect(await yes(one.id, one, one.asFormerGuardian)).toEqual({ code: 'NOT_FOUND' });
      expect(await confirm(one.id, one.asAdult, { confirm: true })).toMatchObject({
        status: open,
        guardianAnswers: [{ answer: 'AWAITED' }, { answer: 'CONFIRMED' }],
      });
    });

    test('is nobody else’s to answer', async () => {
      const [one, other] = [await waiting(), await waiting()];
      const stranger = { as: volunteerViewer(newId()) };
      for (const as of [other.asGuardian, stranger, other.asWard]) {
        expect(await confirm(one.id, as, { confirm: true }, one.ward)).toEqual({ code: 'NOT_FOUND' });
        expect(await confirm(one.id, as, { confirm: false, reason: 'OTHER' }, one.ward)).toEqual({ code: 'NOT_FOUND' });
      }
      // A guardian's word about one ward opens nothing of another one's.
      expect(await confirm(one.id, other.asGuardian, { confirm: true }, other.ward)).toEqual({ code: 'NOT_FOUND' });
      expect(await confirm(one.id, stranger, { confirm: true })).toEqual({ code: 'NOT_FOUND' });
    });

    test('of somebody of age has nothing to confirm', async () => {
      const adult = { as: volunteerViewer(newId()) };
      const { id = '' } = await subject.apply(await subject.offer(), adult);
      expect(await confirm(id, adult, { confirm: true })).toEqual({ code: 'CONFLICT' });
    });

    test('does not get past the guardian in the database either', async () => {
      const one = await waiting();
      const change = (set: string) =>
        subject.member().owner.query(`update ${subject.table} set ${set} where id = $1`, [one.id]);
      await expect(change(`status = '${open.toLowerCase()}'`)).rejects.toThrow('_guardian_awaited');
      await expect(change(`guardian_answer = null, status = '${open.toLowerCase()}'`)).rejects.toThrow(
        'does not become another one',
      );
      await expect(change(`guardian_answer = 'refused', guardian_reason = 'other'`)).rejects.toThrow('_guardian_');
      await change(`guardian_history = '[]'`);
      const { rows } = await subject
        .member()
        .owner.query(`select jsonb_array_length(guardian_history) as answers from ${subject.table} where id = $1`, [
          one.id,
        ]);
      expect(rows).toEqual([{ answers: 1 }]);
    });
  });
}
