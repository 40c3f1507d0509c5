import type { SeedContext } from '@birlik/kernel/seed';
import { createDemoData, id } from '@birlik/demo-data';

/** No source names a joint project, so these say themselves that they are examples: one with an agreement, one without. */
const exampleProjects = [
  {
    key: 'exchange',
    title: { az: 'Könüllü mübadiləsi (nümunə)', en: 'Exchange of volunteers (example)' },
    status: 'running',
    countryCodes: ['AZ', 'KZ'],
    underAgreement: true,
  },
  {
    key: 'tree-planting',
    title: { az: 'Birgə ağacəkmə həftəsi (nümunə)', en: 'Joint week of tree planting (example)' },
    status: 'planned',
    countryCodes: ['AZ', 'KG', 'TR'],
    underAgreement: false,
  },
] as const;

const themeOf2020 = { az: 'Könüllülər İli', en: 'Year of Volunteers', ru: 'Год волонтёров', tr: 'Gönüllüler Yılı' };

const agreementTitle = {
  az: 'Azərbaycan Könüllü Təşkilatları İttifaqı ilə Qazaxıstanın Milli Könüllülük Şəbəkəsi arasında saziş',
  en: 'Agreement between the Union of Volunteer Organizations of Azerbaijan and Kazakhstan’s National Volunteering Network',
  ru: 'Соглашение между Союзом волонтёрских организаций Азербайджана и Национальной волонтёрской сетью Казахстана',
  tr: 'Azerbaycan Gönüllü Kuruluşları Birliği ile Kazakistan Ulusal Gönüllülük Ağı arasında anlaşma',
};

/** Loads the center: what the sources state, two example projects, and a year of empty drafts. It does not scale. */
export async function loadDemo({ scale, copy }: SeedContext): Promise<void> {
  const demo = createDemoData({ scale });
  const { center, union } = demo.facts;
  const ivc = demo.organization('ivc').id;
  const organizer = demo.organization(center.conference.organizerKey);
  const online = id('conference', union.conference.heldOn);
  const members = id('conference', 'members', center.conference.ordinal);
  const agreement = id('agreement', union.agreement.signedOn);
  const chairTerm = id('chair-term', center.chairTerm.year);
  const memberCodes = center.memberCountries.countryCodes;

  await copy(
    'member_country',
    ['id', 'organization_id', 'country_code', 'joined_on'],
    // No source says since when.
    memberCodes.map((code) => [id('member-country', code), ivc, code, null]),
  );
  await copy(
    'chair_term',
    ['id', 'organization_id', 'starts_on', 'ends_on'],
    [[chairTerm, ivc, `${center.chairTerm.year}-01-01`, `${center.chairTerm.year}-12-31`]],
  );
  await copy(
    'chair_term_holder',
    ['id', 'organization_id', 'chair_term_id', 'holder_organization_id', 'country_code'],
    center.chairTerm.holderKeys.map((key) => {
      const holder = demo.organization(key);
      return [id('chair-term-holder', chairTerm, key), ivc, chairTerm, holder.id, holder.countryCode];
    }),
  );
  await copy(
    'conference',
    ['id', 'organization_id', 'name', 'held_on', 'reported_on', 'place', 'occasion', 'theme', 'topics'],
    [
      [
        online,
        ivc,
        { ...union.conference.name },
        union.conference.heldOn,
        union.conference.heldOn,
        null,
        null,
        themeOf2020,
        JSON.stringify(union.topics.map((topic) => topic.name)),
      ],
      [
        members,
        ivc,
        { ...center.conference.name },
        // The source is dated, but does not give the day of the conference itself.
        null,
        center.conference.reportedOn,
        { az: 'Şəki', en: 'Sheki', ru: 'Шеки', tr: 'Şeki' },
        { ...center.volunteerWeek.name },
        { ...center.volunteerWeek.dedicatedTo },
        '[]',
      ],
    ],
  );
  await copy(
    'conference_participation',
    ['id', 'organization_id', 'conference_id', 'country_code'],
    [
      ...union.conference.countryCodes.map((code) => [id('participation', online, code), ivc, online, code]),
      ...memberCodes.map((code) => [id('participation', members, code), ivc, members, code]),
    ],
  );
  await copy(
    'conference_contributor',
    ['id', 'organization_id', 'conference_id', 'contributor_id', 'role'],
    [
      { key: organizer.key, role: 'organizer' },
      { key: center.conference.supporterKey, role: 'supporter' },
      ...center.volunteerWeekPartners.organizationKeys.map((key) => ({ key, role: 'partner' })),
    ].map(({ key, role }) => [id('contributor', members, key, role), ivc, members, demo.organization(key).id, role]),
  );

  const parties = union.agreement.partyKeys.map((key) => demo.organization(key));
  await copy(
    'agreement',
    ['id', 'organization_id', 'title', 'purpose', 'party_ids', 'country_codes', 'signed_on', 'expires_on', 'sdg_goals'],
    [
      [
        agreement,
        ivc,
        agreementTitle,
        { ...union.agreement.purpose },
        parties.map((party) => party.id).toSorted(),
        parties.map((party) => party.countryCode).toSorted(),
        union.agreement.signedOn,
        // The source gives no end and names no goal by its number.
        null,
        [],
      ],
    ],
  );
  await copy(
    'joint_project',
    ['id', 'organization_id', 'agreement_id', 'title', 'status', 'country_codes'],
    exampleProjects.map((project) => [
      id('joint-project', project.key),
      ivc,
      project.underAgreement ? agreement : null,
      project.title,
      project.status,
      project.countryCodes,
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
