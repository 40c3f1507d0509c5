import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { id, stated, type DemoData, type SeedFact } from '@birlik/demo-data';

/** What the source says of the movement, in words of people's languages; a translation where the source has English. */
const reported = {
  summary: {
    az: 'Peşəkar inkişaf, nazirliyin irimiqyaslı tədbirlərində yaxından iştirak və “Yaradıcı Azərbaycan” prosesinin bir hissəsi olmaq imkanı, yaradıcılıqla bağlı təhsil proqramlarının təkmilləşdirilməsinə töhfə.',
    en: 'A great opportunity for professional development, close participation in the large-scale activities of the ministry, being part of the “Creative Azerbaijan” process, and contributing to better creativity-related education programmes.',
  },
  registration: {
    az: 'Qeydiyyat anketi sosial şəbəkələrdə yayılıb',
    en: 'A questionnaire for registration has been spread on social networks',
  },
  registered: { az: 'Qeydiyyatdan keçmiş yaradıcı insanlar', en: 'Creative people who have registered' },
  elected: { az: 'Seçilmiş yaradıcı könüllülər', en: 'Creative volunteers who were elected' },
  soon: { az: 'Qısa müddətdə', en: 'In a short time' },
  commission: { az: 'Seçim komissiyası', en: 'Selection commission' },
  task: {
    az: 'Meyarları müəyyən edir və qiymətləndirmə əsasında könüllüləri seçir',
    en: 'Sets the criteria and elects the volunteers by an assessment',
  },
  convention: {
    az: 'UNESCO-nun 2005-ci il Konvensiyası',
    en: 'UNESCO 2005 Convention',
    ru: 'Конвенция ЮНЕСКО 2005 года',
    tr: 'UNESCO 2005 Sözleşmesi',
  },
  sections: {
    goals: { az: 'UNESCO-nun 2005-ci il Konvensiyasının məqsədləri', en: 'Goals of the UNESCO 2005 Convention' },
    'cultural-domains': { az: 'Mədəni sahələr', en: 'Cultural domains' },
    'cross-cutting-priorities': { az: 'Kəsişən prioritetlər', en: 'Cross-cutting priorities' },
  },
};

/** The facts of the source of which the campaign's own row tells. */
function campaignFacts({ facts: { creative } }: DemoData): readonly [SeedFact, ...SeedFact[]] {
  const { movement, aims, benefits, educationProgrammes, questionnaire, registered, elected, electedFrom } = creative;
  return [movement, ...aims, benefits, educationProgrammes, questionnaire, registered, elected, electedFrom];
}

/** The cells of the movement's row behind its seats, of which the source says the day of the launch and not the year. */
export function reportedCampaign(demo: DemoData) {
  const facts = demo.facts.creative;
  const figures = [
    {
      definition: reported.registered,
      value: facts.registered.moreThan,
      precision: 'more_than',
      period: reported.soon,
      source: stated(facts.registered),
    },
    {
      definition: reported.elected,
      value: facts.elected.value,
      precision: 'exact',
      period: null,
      source: stated(facts.elected),
    },
  ];
  return {
    summary: reported.summary,
    cells: [
      null,
      `${facts.movement.launchMonth}-${facts.movement.launchDay}`,
      facts.registered.moreThan,
      reported.registration,
      facts.electedFrom.regions,
      JSON.stringify(figures),
      stated(...campaignFacts(demo)),
    ] as readonly Cell[],
  };
}

/** Loads the commission of the movement, and how it was reported to UNESCO: the form's sections are empty in the source. */
export async function loadReports(demo: DemoData, campaignId: string, copy: SeedContext['copy']): Promise<void> {
  const facts = demo.facts.creative;
  const organizationId = demo.organization(facts.movement.federationKey).id;
  const reportId = id('convention-report', 'movement');

  await copy(
    'selection_commission',
    ['id', 'organization_id', 'campaign_id', 'name', 'task', 'source'],
    [
      [
        id('selection-commission', 'movement'),
        organizationId,
        campaignId,
        reported.commission,
        reported.task,
        stated(facts.selectionCommission, facts.elected),
      ],
    ],
  );
  await copy(
    'convention_report',
    ['id', 'organization_id', 'campaign_id', 'convention', 'reported_by', 'source'],
    [
      [
        reportId,
        organizationId,
        campaignId,
        reported.convention,
        'civil_society',
        stated(facts.reportedByCivilSociety, ...facts.reportForm),
      ],
    ],
  );
  await copy(
    'convention_report_section',
    ['id', 'organization_id', 'report_id', 'kind', 'title', 'entries', 'source'],
    facts.reportForm.map((section) => [
      id('convention-report-section', section.key),
      organizationId,
      reportId,
      section.key.replaceAll('-', '_'),
      reported.sections[section.key],
      '[]',
      stated(section),
    ]),
  );
}
