import { id, type DemoData } from '@birlik/demo-data';
import type { SeedContext } from '@birlik/kernel/seed';
import type { Alumnus } from './alumni.js';

type Body = 'general-assembly' | 'board' | 'secretariat' | 'control-audit-commission';

const localized = (az: string, en: string, ru: string, tr: string) => ({ az, en, ru, tr });
const hour = 3_600_000;
/** As many alumni as the general assembly has beside the personas; the first of them sit elsewhere too. */
const alumniSeats = 9;

const mandateOf = (body: Body, place: number) => id('governance-mandate', `${body} ${place}`);

/** The people of each body, all of them generated: the two personas are of the board, and the guardian audits. */
function seatsOf(demo: DemoData, people: Iterable<Alumnus>): Readonly<Record<Body, readonly string[]>> {
  const alumni: string[] = [];
  const personas = [demo.person(0).id, demo.person(1).id];
  for (const { id: person } of people) {
    if (alumni.length === alumniSeats) break;
    if (!personas.includes(person)) alumni.push(person);
  }
  return {
    'general-assembly': [...personas, ...alumni],
    board: [...personas, ...alumni.slice(0, 3)],
    secretariat: alumni.slice(3, 5),
    'control-audit-commission': [demo.family.guardian.id, ...alumni.slice(5, 7)],
  };
}

/** Loads who is in the platform's bodies, a meeting that is over, one that is held, and one to come; all are examples. */
export async function loadGovernance(
  {
    people,
    platform,
    demo,
  }: { readonly people: Iterable<Alumnus>; readonly platform: string; readonly demo: DemoData },
  copy: SeedContext['copy'],
): Promise<void> {
  // From the day on which it is loaded, so that the mandates are live and a meeting is held today.
  const now = new Date(Math.floor(Date.now() / hour) * hour);
  const year = now.getUTCFullYear();
  await copy(
    'governance_mandate',
    ['id', 'organization_id', 'body_id', 'volunteer_id', 'chairs', 'starts_at', 'ends_at'],
    Object.entries(seatsOf(demo, people)).flatMap(([body, seats]) =>
      seats.map((person, place) => [
        mandateOf(body as Body, place),
        platform,
        id('governance-body', body),
        person,
        place === seats.length - 1,
        new Date(Date.UTC(year - 1, 0, 1)),
        new Date(Date.UTC(year + 2, 0, 1)),
      ]),
    ),
  );
  await loadMeetings({ platform, now }, copy);
  await loadVotes({ platform, now }, copy);
}

interface Loading {
  readonly platform: string;
  readonly now: Date;
}

async function loadMeetings({ platform, now }: Loading, copy: SeedContext['copy']): Promise<void> {
  const before = new Date(now.getTime() - 30 * 24 * hour);
  const after = new Date(now.getTime() + 30 * 24 * hour);
  const [board, assembly] = [id('governance-body', 'board'), id('governance-body', 'general-assembly')];
  await copy(
    'governance_meeting',
    ['id', 'organization_id', 'body_id', 'title', 'starts_at', 'status', 'opened_at', 'closed_at'],
    [
      [
        id('governance-meeting', 0),
        platform,
        board,
        localized(
          'Payız iclası (nümunə)',
          'Autumn session (example)',
          'Осеннее заседание (пример)',
          'Güz oturumu (örnek)',
        ),
        before,
        'closed',
        before,
        new Date(before.getTime() + 2 * hour),
      ],
      [
        id('governance-meeting', 1),
        platform,
        board,
        localized(
          'Növbəti iclas (nümunə)',
          'Regular session (example)',
          'Очередное заседание (пример)',
          'Olağan oturum (örnek)',
        ),
        now,
        'open',
        now,
        null,
      ],
      [
        id('governance-meeting', 2),
        platform,
        assembly,
        localized(
          'İllik yığıncaq (nümunə)',
          'Annual assembly (example)',
          'Ежегодное собрание (пример)',
          'Yıllık genel kurul (örnek)',
        ),
        after,
        'planned',
        null,
        null,
      ],
    ],
  );
  await copy(
    'governance_minutes',
    ['id', 'organization_id', 'body_id', 'meeting_id', 'version', 'text', 'published_at'],
    [
      'Heyət mentorluq mövsümünü açdı (nümunə).',
      'Heyət mentorluq mövsümünü açdı və büdcəni təsdiqlədi (nümunə, düzəliş).',
    ].map((text, index) => [
      id('governance-minutes', index),
      platform,
      board,
      id('governance-meeting', 0),
      index + 1,
      text,
      new Date(before.getTime() + (index + 1) * 24 * hour),
    ]),
  );
}

/** Three of the board's five are there; the motion on which they vote has two votes. */
async function loadVotes({ platform, now }: Loading, copy: SeedContext['copy']): Promise<void> {
  const board = id('governance-body', 'board');
  const [over, held] = [id('governance-meeting', 0), id('governance-meeting', 1)];
  const before = new Date(now.getTime() - 30 * 24 * hour);
  await copy(
    'governance_presence',
    ['id', 'organization_id', 'body_id', 'meeting_id', 'mandate_id', 'at'],
    [2, 3, 4].map((place) => [id('governance-presence', place), platform, board, held, mandateOf('board', place), now]),
  );
  const motions = [
    { meeting: over, text: 'Mentorluq mövsümü açılsın (nümunə).', paper: false, result: [4, 0, 1], outcome: 'carried' },
    { meeting: over, text: 'Üzvlük haqqı tətbiq olunsun (nümunə).', paper: true, result: [1, 4, 0], outcome: 'lost' },
    { meeting: held, text: 'Londonda məzunlar görüşü keçirilsin (nümunə).', paper: false, result: null, outcome: null },
    {
      meeting: held,
      text: 'Nizamnamənin 4-cü bəndi dəyişdirilsin (nümunə).',
      paper: false,
      result: null,
      outcome: null,
    },
  ];
  await copy(
    'governance_motion',
    [
      'id',
      'organization_id',
      'body_id',
      'meeting_id',
      'text',
      'majority',
      'status',
      'is_paper',
      'opened_at',
      'closed_at',
      'present',
      'mandates',
      'votes_for',
      'votes_against',
      'abstentions',
      'outcome',
    ],
    motions.map(({ meeting, text, paper, result, outcome }, index) => [
      id('governance-motion', index),
      platform,
      board,
      meeting,
      text,
      index === 3 ? 'two-thirds' : 'simple',
      result ? 'closed' : index === 2 ? 'open' : 'draft',
      paper,
      result && !paper ? before : index === 2 ? now : null,
      result ? new Date(before.getTime() + hour) : null,
      result ? 5 : null,
      result ? 5 : null,
      ...(result ?? [null, null, null]),
      outcome,
    ]),
  );
  await copy(
    'governance_vote',
    ['id', 'organization_id', 'body_id', 'motion_id', 'mandate_id', 'cast_by', 'choice', 'cast_at'],
    [
      ...[0, 1, 2, 3, 4].map((place) => ({ motion: 0, place, choice: place === 4 ? 'abstain' : 'for', at: before })),
      ...[2, 3].map((place) => ({ motion: 2, place, choice: place === 3 ? 'against' : 'for', at: now })),
    ].map(({ motion, place, choice, at }) => [
      id('governance-vote', motion * 10 + place),
      platform,
      board,
      id('governance-motion', motion),
      mandateOf('board', place),
      mandateOf('board', place),
      choice,
      at,
    ]),
  );
}
