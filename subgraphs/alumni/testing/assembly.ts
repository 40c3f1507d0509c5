import { newId } from '@birlik/kernel/identifier';
import { officerViewer, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';

/** Somebody who sits in a body, and the mandate by which they do. */
export interface Seat {
  readonly person: string;
  readonly mandate: string;
  readonly viewer: Viewer;
}

export interface Changed {
  readonly id?: string;
  readonly code?: string;
  readonly status?: string;
  readonly outcome?: string | null;
  readonly [field: string]: unknown;
}

const results = {
  GovernanceMandate: 'id endsAt isLive',
  GovernanceMeeting: 'id status actsBy voices { mandateId heldBy } minutes { version text }',
  GovernanceMotion:
    'id status present mandates votesFor votesAgainst abstentions outcome votes { mandateId castBy choice }',
};

/** What happens in an organisation's bodies, as its officer and the members of its bodies do it. */
export function assembly(member: TestMember, organization = newId()) {
  const officer = officerViewer(organization);

  /** Runs a mutation. @returns the fields of what changed, or the code of the refusal */
  async function mutate(as: Viewer, call: string, of: keyof typeof results): Promise<Changed> {
    const { data, errors } = await member.query<{ done: Changed }>(
      `mutation { done: ${call} { ... on Problem { code } ... on ${of} { ${results[of]} } } }`,
      { as, language: 'en' },
    );
    return data?.done ?? { code: String(errors?.[0]?.extensions.code) };
  }

  async function body({ function: does = 'governing', quorum = 51, proxies = 1 } = {}): Promise<string> {
    const id = newId();
    await member.owner.query(
      `insert into governance_body (id, organization_id, name, function, quorum_percent, most_proxies)
       values ($1, $2, '{"az": "Şura"}', $3, $4, $5)`,
      [id, organization, does, quorum, proxies],
    );
    return id;
  }

  /** Seats a person in a body, a new one unless given. */
  async function seat(bodyId: string, person = newId()): Promise<Seat> {
    const mandate = newId();
    await member.owner.query(
      `insert into governance_mandate (id, organization_id, body_id, volunteer_id, chairs, starts_at, ends_at)
       values ($1, $2, $3, $4, false, now() - interval '1 day', now() + interval '1 year')`,
      [mandate, organization, bodyId, person],
    );
    return { person, mandate, viewer: volunteerViewer(person) };
  }

  /** A body in which so many sit, and a meeting of it that is open. */
  async function meeting(seats: number, rules: Parameters<typeof body>[0] = {}) {
    const bodyId = await body(rules);
    const members: Seat[] = [];
    for (let index = 0; index < seats; index++) members.push(await seat(bodyId));
    const { id } = await plan(bodyId);
    await run(officer, `openGovernanceMeeting(meetingId: "${id}")`);
    return { bodyId, id: String(id), members };
  }

  const run = (as: Viewer, call: string) => mutate(as, call, 'GovernanceMeeting');
  const plan = (bodyId: string) =>
    run(
      officer,
      `planGovernanceMeeting(input: { bodyId: "${bodyId}", title: { az: "İclas" }, startsAt: "2027-01-01T10:00:00Z" })`,
    );
  const motionOf = (as: Viewer, call: string) => mutate(as, call, 'GovernanceMotion');

  /** Puts a motion and opens the vote on it. */
  async function vote(meetingId: string, majority = 'SIMPLE'): Promise<string> {
    const { id } = await motionOf(
      officer,
      `putGovernanceMotion(input: { meetingId: "${meetingId}", text: "To plant trees", majority: ${majority} })`,
    );
    await motionOf(officer, `openGovernanceVote(motionId: "${id}")`);
    return String(id);
  }

  return {
    officer,
    mutate,
    body,
    seat,
    meeting,
    plan,
    run,
    motionOf,
    vote,
    attend: ({ viewer }: Seat, id: string) => run(viewer, `attendGovernanceMeeting(meetingId: "${id}")`),
    pass: ({ viewer }: Seat, { id, to }: { id: string; to: Seat }) =>
      run(viewer, `giveGovernanceProxy(meetingId: "${id}", holderId: "${to.mandate}")`),
    cast: ({ viewer }: Seat, { id, choice = 'FOR', of }: { id: string; choice?: string; of?: Seat }) =>
      motionOf(
        viewer,
        `castGovernanceVote(input: { motionId: "${id}", choice: ${choice}${of ? `, forMandateId: "${of.mandate}"` : ''} })`,
      ),
    close: (id: string) => motionOf(officer, `closeGovernanceVote(motionId: "${id}")`),
  };
}
