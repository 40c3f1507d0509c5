import type { Cell, SeedContext } from '@birlik/kernel/seed';
import {
  createDemoData,
  generated as madeUp,
  id,
  idAt,
  random,
  stated,
  type DemoData,
  type DemoPerson,
} from '@birlik/demo-data';
import { loadReports, reportedCampaign } from './reported-campaign.js';

const dayMs = 86_400_000;
const applicationDays = 30;

/** What the movement has supported, in words of people's languages. */
const reportedActivities = [
  {
    az: 'Mədəniyyət və yaradıcı sənayelərin dayanıqlı inkişafdakı rolunun təşviqi',
    en: 'Promoting the role of cultural and creative industries for sustainable development',
  },
  {
    az: 'İnsanların ölkənin mədəni həyatında iştirakı üçün imkanların yaradılması',
    en: 'Creating opportunities for the people to participate in the cultural life of the country',
  },
];

/** Generated: the source states neither a second campaign nor the criteria, nor a day or a goal of any activity. */
const generated = {
  openCampaign: {
    name: {
      az: 'Yaradıcı Regionlar (nümunə)',
      en: 'Creative Regions (example)',
      ru: 'Креативные регионы (пример)',
      tr: 'Yaratıcı Bölgeler (örnek)',
    },
    launchedOn: '2026-08-01',
    seats: 10,
  },
  criteria: [
    {
      key: 'idea',
      weight: 40,
      name: { az: 'İdeya (nümunə)', en: 'Idea (example)', ru: 'Идея (пример)', tr: 'Fikir (örnek)' },
    },
    {
      key: 'craft',
      weight: 35,
      name: { az: 'Ustalıq (nümunə)', en: 'Craft (example)', ru: 'Мастерство (пример)', tr: 'Ustalık (örnek)' },
    },
    {
      key: 'benefit',
      weight: 25,
      name: {
        az: 'Cəmiyyətə fayda (nümunə)',
        en: 'Benefit to society (example)',
        ru: 'Польза обществу (пример)',
        tr: 'Topluma fayda (örnek)',
      },
    },
  ],
  activities: [
    {
      key: 'network',
      title: {
        az: 'Gənc yaradıcıların görüşü (nümunə)',
        en: 'Meeting of young creators (example)',
        ru: 'Встреча молодых творцов (пример)',
        tr: 'Genç yaratıcıların buluşması (örnek)',
      },
      heldOn: '2022-04-15',
      unescoGoals: ['2'],
    },
    {
      key: 'craft-fair',
      title: {
        az: 'Sənətkarlıq yarmarkası (nümunə)',
        en: 'Crafts fair (example)',
        ru: 'Ярмарка ремёсел (пример)',
        tr: 'El sanatları fuarı (örnek)',
      },
      heldOn: '2022-09-10',
      unescoGoals: ['3', '4'],
    },
  ],
  /** How far each reviewer is from the person's score: nothing on the whole, so that the mean is the score itself. */
  reviewers: [-1, 0, 1],
};

const campaigns = { movement: 'movement', open: 'open' } as const;
type CampaignKey = (typeof campaigns)[keyof typeof campaigns];

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Everything that the rows of one campaign need to name it. */
interface Call {
  readonly key: CampaignKey;
  readonly id: string;
  readonly organizationId: string;
  /** From when people applied. */
  readonly opensOn: string;
}

function callOf(demo: DemoData, key: CampaignKey): Call {
  const opensOn =
    key === campaigns.movement ? demo.catalogue.creativeApplicationsFrom : generated.openCampaign.launchedOn;
  return {
    key,
    opensOn,
    id: idAt(startOf(opensOn), 'campaign', key),
    organizationId: demo.organization(demo.facts.creative.movement.federationKey).id,
  };
}

/** When a person applied: at some minute of the weeks in which the campaign took applications. */
function appliedAt(call: Call, person: DemoPerson): Date {
  const minutes = random('application', call.key, person.index).int(0, applicationDays * 24 * 60 - 1);
  return new Date(startOf(call.opensOn) + minutes * 60_000);
}

const applicationId = (call: Call, person: DemoPerson): string =>
  idAt(appliedAt(call, person).getTime(), 'application', call.key, person.index);

const criterionId = (call: Call, criterion: string): string => id('selection-criterion', call.key, criterion);

/** A third of those who were eligible but not elected try again. */
const triesAgain = ({ creative, index }: DemoPerson): boolean => creative?.status === 'eligible' && index % 3 === 0;

function* applications(demo: DemoData, movement: Call, open: Call): Generator<readonly Cell[]> {
  const row = (call: Call, person: DemoPerson, status: string, score: number | null): readonly Cell[] => [
    applicationId(call, person),
    call.organizationId,
    person.id,
    call.id,
    id('discipline', person.creative?.discipline ?? ''),
    person.region,
    status,
    {},
    score,
    appliedAt(call, person),
    null,
  ];
  for (const person of demo.persons()) {
    if (!person.creative) continue;
    yield row(movement, person, person.creative.status, person.creative.score);
    if (triesAgain(person)) yield row(open, person, 'eligible', null);
  }
  // What a minor applied to waits for the guardian.
  const discipline = id('discipline', demo.catalogue.creativeDisciplines[0]?.key ?? '');
  const { organizationId, id: campaign } = open;
  const yesterday = new Date(Date.now() - dayMs);
  const asked = [discipline, 'region', 'awaiting_guardian', {}, null, yesterday, 'awaited'];
  yield [id('application', 'ward'), organizationId, demo.family.ward.id, campaign, ...asked];
}

function* reviewScores(demo: DemoData, movement: Call, open: Call): Generator<readonly Cell[]> {
  const rows = (call: Call, person: DemoPerson, score: number): readonly Cell[][] =>
    generated.reviewers.flatMap((distance, reviewer) =>
      generated.criteria.map(({ key }) => [
        id('review-score', call.key, person.index, reviewer, key),
        call.organizationId,
        applicationId(call, person),
        criterionId(call, key),
        id('reviewer', reviewer),
        score + distance,
      ]),
    );
  for (const person of demo.persons()) {
    const score = person.creative?.score ?? null;
    if (score === null) continue;
    yield* rows(movement, person, score);
    if (triesAgain(person)) yield* rows(open, person, random('second-score', person.index).int(50, 95));
  }
}

/** Loads the movement that the source reports, decided, and a generated campaign that is open. */
export async function loadDemo({ scale, copy }: SeedContext): Promise<void> {
  const demo = createDemoData({ scale });
  const facts = demo.facts.creative;
  const movement = callOf(demo, campaigns.movement);
  const open = callOf(demo, campaigns.open);
  const { organizationId } = movement;
  // A larger scale has more people elected than the source states, in the same proportion.
  const seats = Math.round(facts.elected.value * scale);
  const report = reportedCampaign(demo);

  await copy(
    'campaign',
    [
      'id',
      'organization_id',
      'partner_organization_id',
      'name',
      'summary',
      'status',
      'seats',
      'launched_on',
      'launch_day',
      'registered_over',
      'registration',
      'elected_from',
      'reported_figures',
      'source',
    ],
    [
      [
        movement.id,
        organizationId,
        demo.organization(facts.movement.partnerKey).id,
        facts.movement.name,
        report.summary,
        'decided',
        seats,
        ...report.cells,
      ],
      [
        open.id,
        organizationId,
        null,
        generated.openCampaign.name,
        null,
        'open',
        generated.openCampaign.seats,
        open.opensOn,
        null,
        null,
        null,
        [],
        '[]',
        madeUp,
      ],
    ],
  );
  await loadReports(demo, movement.id, copy);
  await copy(
    'campaign_aim',
    ['id', 'organization_id', 'campaign_id', 'position', 'name'],
    facts.aims.map((aim, position) => [
      id('campaign-aim', aim.key),
      organizationId,
      movement.id,
      position,
      { ...aim.name },
    ]),
  );
  await copy(
    'discipline',
    ['id', 'organization_id', 'name', 'source'],
    demo.catalogue.creativeDisciplines.map(({ key, name }) => [
      id('discipline', key),
      organizationId,
      { ...name },
      madeUp,
    ]),
  );
  await copy(
    'selection_criterion',
    ['id', 'organization_id', 'campaign_id', 'name', 'weight', 'source'],
    [movement, open].flatMap((call) =>
      generated.criteria.map(({ key, name, weight }) => [
        criterionId(call, key),
        organizationId,
        call.id,
        name,
        weight,
        madeUp,
      ]),
    ),
  );
  await copy(
    'creative_activity',
    ['id', 'organization_id', 'campaign_id', 'title', 'held_on', 'unesco_goals', 'source'],
    [
      ...reportedActivities.map((title, index) => [
        idAt(startOf(movement.opensOn) + (index + 1) * dayMs, 'creative-activity', 'reported', index),
        organizationId,
        movement.id,
        title,
        null,
        [],
        stated(facts.activities),
      ]),
      ...generated.activities.map(({ key, title, heldOn, unescoGoals }) => [
        idAt(startOf(heldOn), 'creative-activity', key),
        organizationId,
        movement.id,
        title,
        heldOn,
        unescoGoals,
        madeUp,
      ]),
    ],
  );
  await copy(
    'creative_application',
    [
      'id',
      'organization_id',
      'volunteer_id',
      'campaign_id',
      'discipline_id',
      'region',
      'status',
      'answers',
      'mean_score',
      'applied_at',
      'guardian_answer',
    ],
    applications(demo, movement, open),
  );
  await copy(
    'review_score',
    ['id', 'organization_id', 'application_id', 'criterion_id', 'reviewer_sub', 'score'],
    reviewScores(demo, movement, open),
  );
}
