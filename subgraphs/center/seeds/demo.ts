import type { SeedContext } from '@birlik/kernel/seed';
import { createDemoData, generated, id, stated } from '@birlik/demo-data';
import { loadChairTerms } from './chair-terms.js';
import { loadConferences } from './conferences.js';

/** No source names a joint project, so these say themselves that they are examples: one with an agreement, one without. */
const exampleProjects = [
  {
    key: 'exchange',
    title: {
      az: 'Könüllü mübadiləsi (nümunə)',
      en: 'Exchange of volunteers (example)',
      ru: 'Обмен волонтёрами (пример)',
      tr: 'Gönüllü değişimi (örnek)',
    },
    status: 'running',
    countryCodes: ['AZ', 'KZ'],
    underAgreement: true,
  },
  {
    key: 'tree-planting',
    title: {
      az: 'Birgə ağacəkmə həftəsi (nümunə)',
      en: 'Joint week of tree planting (example)',
      ru: 'Совместная неделя посадки деревьев (пример)',
      tr: 'Ortak ağaç dikme haftası (örnek)',
    },
    status: 'planned',
    countryCodes: ['AZ', 'KG', 'TR'],
    underAgreement: false,
  },
] as const;

const agreementTitle = {
  az: 'Azərbaycan Könüllü Təşkilatları İttifaqı ilə Qazaxıstanın Milli Könüllülük Şəbəkəsi arasında saziş',
  en: 'Agreement between the Union of Volunteer Organizations of Azerbaijan and Kazakhstan’s National Volunteering Network',
  ru: 'Соглашение между Союзом волонтёрских организаций Азербайджана и Национальной волонтёрской сетью Казахстана',
  tr: 'Azerbaycan Gönüllü Kuruluşları Birliği ile Kazakistan Ulusal Gönüllülük Ağı arasında anlaşma',
};

/** Loads the center: what the sources state, example projects, and a year of empty drafts. It does not scale. */
export async function loadDemo({ scale, copy }: SeedContext): Promise<void> {
  const demo = createDemoData({ scale });
  const { center, union } = demo.facts;
  const ivc = demo.organization('ivc').id;
  const agreement = id('agreement', union.agreement.signedOn);
  const memberCodes = center.memberCountries.countryCodes;

  await copy(
    'member_country',
    ['id', 'organization_id', 'country_code', 'joined_on', 'source'],
    // No source says since when.
    memberCodes.map((code) => [
      id('member-country', code),
      ivc,
      code,
      null,
      stated(center.conference, center.memberCountries),
    ]),
  );
  await loadConferences(demo, copy);
  await loadChairTerms(demo, copy);

  const parties = union.agreement.partyKeys.map((key) => demo.organization(key));
  await copy(
    'agreement',
    [
      'id',
      'organization_id',
      'title',
      'purpose',
      'party_ids',
      'country_codes',
      'signed_on',
      'expires_on',
      'sdg_goals',
      'source',
    ],
    [
      [
        agreement,
        ivc,
        agreementTitle,
        { ...union.agreement.purpose },
        parties.map((party) => party.id).toSorted(),
        parties.flatMap(({ countryCode }) => countryCode ?? []).toSorted(),
        union.agreement.signedOn,
        // The source gives no end and names no goal by its number.
        null,
        [],
        stated(union.agreement),
      ],
    ],
  );
  await copy(
    'joint_project',
    ['id', 'organization_id', 'agreement_id', 'title', 'status', 'country_codes', 'source'],
    exampleProjects.map((project) => [
      id('joint-project', project.key),
      ivc,
      project.underAgreement ? agreement : null,
      project.title,
      project.status,
      project.countryCodes,
      generated,
    ]),
  );

  const { countryCode, year } = center.countryReport;
  const draftYear = year + 1;
  await copy(
    'country_report',
    ['id', 'organization_id', 'country_code', 'year', 'status', 'summary', 'submitted_on'],
    [
      // The source tells that the report was given, not what it said.
      [
        id('country-report', countryCode, year),
        ivc,
        countryCode,
        year,
        'submitted',
        null,
        center.conference.reportedOn,
      ],
      ...memberCodes.map((code) => [id('country-report', code, draftYear), ivc, code, draftYear, 'draft', null, null]),
    ],
  );
}
