import type { SeedContext } from '@birlik/kernel/seed';
import { generated, id, organizationKinds, stated, type DemoData, type NamedFact } from '@birlik/demo-data';

/** What the source says of the platform, in words of people's languages. */
const reported = {
  legalForm: { az: 'Qeyri-hökumət təşkilatı', en: 'Non-governmental organization' },
  aim: {
    az: 'Xarici ölkələrdə təhsil alan tələbələr və artıq təhsilini başa vurmuş gənclər arasında əməkdaşlığın yaradılması',
    en: 'Cooperation between students who study abroad and young people who have completed their studies',
  },
  role: {
    az: 'Xaricdəki tələbələr üçün əsas kommunikasiya və informasiya portalı',
    en: 'The main communication and information portal for students abroad',
  },
  announcement: {
    az: 'Azərbaycan Tələbə və Məzunlar Platforması yaradılır',
    en: 'The Azerbaijani Students and Alumni Platform is being created',
  },
  foundingReport: {
    az: 'Xaricdə təhsil alan Azərbaycanlı Tələbələr və Məzunlar Platformasının təsis konfransı keçirilib',
    en: 'The founding conference of the Platform of Azerbaijani Students and Alumni abroad was held',
  },
};

/** Loads the platform, its bodies and its founders as the source has them. */
export async function loadPlatform(demo: DemoData, copy: SeedContext['copy']): Promise<void> {
  const facts = demo.facts.alumni;
  const { founding, foundingConference } = facts;
  const organizationId = demo.organization(founding.platformKey).id;
  const platformId = id('platform', founding.platformKey);
  const founders = new Map<string, (typeof facts.founders)[number]>(
    facts.founders.map((founder) => [founder.organizationKey, founder]),
  );

  await copy(
    'association',
    ['id', 'organization_id', 'country_codes', 'founder', 'founded_platform_on', 'source'],
    demo.organizations
      .filter(({ kind }) => kind === organizationKinds.association)
      .map(({ id: associationId, key }) => {
        const founder = founders.get(key);
        return [
          id('association', key),
          associationId,
          founder?.countryCodes ?? [],
          founder !== undefined,
          founder === undefined ? null : founding.foundedOn,
          founder === undefined ? generated : stated(founder, foundingConference),
        ];
      }),
  );
  await copy(
    'platform',
    ['id', 'organization_id', 'legal_form', 'founded_on', 'founding_conference_on', 'aim', 'role', 'source'],
    [
      [
        platformId,
        organizationId,
        reported.legalForm,
        founding.foundedOn,
        foundingConference.heldOn,
        reported.aim,
        reported.role,
        stated(founding, foundingConference, facts.purpose, facts.portal),
      ],
    ],
  );
  const statements = (kind: string, all: readonly NamedFact[]) =>
    all.map((fact, position) => [
      id('platform-statement', kind, fact.key),
      organizationId,
      platformId,
      kind,
      position,
      { ...fact.name },
      stated(fact),
    ]);
  await copy(
    'platform_statement',
    ['id', 'organization_id', 'platform_id', 'kind', 'position', 'text', 'source'],
    [
      ...statements('goal', facts.goals),
      ...statements('duty', facts.duties),
      ...statements('activity', facts.activities),
    ],
  );
  await copy(
    'press_report',
    ['id', 'organization_id', 'platform_id', 'title', 'publisher', 'published_on', 'source'],
    (['announcement', 'foundingReport'] as const).map((key) => [
      id('press-report', key),
      organizationId,
      platformId,
      reported[key],
      facts[key].publisher,
      facts[key].publishedOn,
      stated(facts[key]),
    ]),
  );
  await copy(
    'governance_body',
    ['id', 'organization_id', 'name', 'function', 'source'],
    facts.bodies.map((body) => [
      id('governance-body', body.key),
      organizationId,
      { ...body.name },
      body.function,
      stated(body),
    ]),
  );
}
