import { describe, expect, it } from 'vitest';
import { cityNamed } from '../cities.js';
import { listCountries } from '../countries.js';
import { organizationNamed, organizations } from '../organizations.js';
import { seedFacts } from './seed-facts.js';
import { seedSources, type SeedFact } from './seed-fact.js';

const { alumni, asanSchool, center, creative, union } = seedFacts;

/** Visits every value of the facts, with the key that it stands under. */
function visit(value: unknown, key: string, visitor: (value: unknown, key: string) => void): void {
  visitor(value, key);
  if (Array.isArray(value)) for (const item of value) visit(item, key, visitor);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) visit(item, name, visitor);
  }
}

function valuesUnder(pattern: RegExp): unknown[] {
  const found: unknown[] = [];
  visit(seedFacts, '', (value, key) => {
    if (pattern.test(key) && !Array.isArray(value)) found.push(value);
  });
  return found;
}

describe('the facts of S0, the university’s news', () => {
  it('hold the recruitment meeting and who spoke there', () => {
    expect(asanSchool.recruitmentMeeting).toMatchObject({ universityKey: 'mdu', agencyKey: 'asan' });
    expect(asanSchool.serviceCenter).toMatchObject({ cityName: 'Mingəçevir', opening: true });
    expect(asanSchool.representatives.map((speaker) => [speaker.fullName, speaker.role.en])).toEqual([
      ['Sabuhi Avazli', 'Senior adviser'],
      ['Saray Mayilzadeh', 'Leading adviser'],
    ]);
  });

  it('hold about 4,000 volunteers', () => {
    expect(asanSchool.volunteerCount).toMatchObject({ value: 4000, approximate: true });
  });

  it('hold Master 1: eight weeks, any education, own rules of evaluation, one of three certificates, a reference', () => {
    expect(asanSchool.master1.weeks).toBe(8);
    expect(asanSchool.master1OpenTo.anyEducation).toBe(true);
    expect(asanSchool.master1Evaluation.text).toContain('specially developed rules');
    expect(asanSchool.master1Certificates).toMatchObject({ types: 3, reference: true });
  });

  it('hold Master 2: after Master 1, one institution, three areas, eight weeks, two courses, two approvals', () => {
    expect(asanSchool.master2Gate).toMatchObject({ requires: 'master1', institutionsPerVolunteer: 1 });
    expect(asanSchool.master2Areas.map((area) => area.key)).toEqual(['administrative', 'social', 'business']);
    expect(asanSchool.master2).toMatchObject({ weeks: 8, hosts: ['public', 'private'] });
    expect(asanSchool.master2Courses).toMatchObject({ when: ['beginning', 'end'], placeKey: 'asan' });
    expect(asanSchool.master2Evaluation.by).toBe('host');
    expect(asanSchool.master2Certificate.approvals).toEqual(['agency', 'host']);
  });
});

describe('the facts of S1, the article on the alumni platform', () => {
  it('hold its founding on 15 August 2020 by five associations', () => {
    expect(alumni.founding.foundedOn).toBe('2020-08-15');
    expect(alumni.foundingConference.heldOn).toBe('2020-08-15');
    expect(alumni.founders.map((founder) => founder.organizationKey)).toEqual([
      'assoc-british',
      'assoc-us',
      'assoc-lithuania',
      'assoc-italy',
      'assoc-benelux',
    ]);
  });

  it('hold five goals, mentoring of returnees among them', () => {
    expect(alumni.goals.map((goal) => goal.key)).toEqual([
      'networking',
      'careers',
      'mentoring',
      'culture',
      'public-information',
    ]);
  });

  it('hold four duties', () => {
    expect(alumni.duties.map((duty) => duty.key)).toEqual([
      'electronic-base',
      'diplomatic-missions',
      'emergencies',
      'problem-cases',
    ]);
  });

  it('hold four governing bodies with their functions', () => {
    expect(alumni.bodies.map((body) => [body.key, body.function])).toEqual([
      ['general-assembly', 'supreme'],
      ['board', 'governing'],
      ['secretariat', 'executive'],
      ['control-audit-commission', 'supervisory'],
    ]);
  });

  it('hold six activities and the two reports on the founding', () => {
    expect(alumni.activities).toHaveLength(6);
    expect([alumni.announcement.publishedOn, alumni.foundingReport.publishedOn]).toEqual(['2020-06-24', '2020-08-18']);
  });
});

describe('the facts of S2, the conference of 2020', () => {
  it('hold the conference of 7 December 2020 with five countries, four topics and three speakers', () => {
    expect(union.conference).toMatchObject({ heldOn: '2020-12-07', countryCodes: ['AZ', 'KZ', 'UZ', 'RU', 'KG'] });
    expect(union.conferencePlatforms.platforms).toEqual(['Zoom', 'YouTube']);
    expect(union.topics.map((topic) => topic.key)).toEqual(['covid-19', 'technology', 'legislation', 'support']);
    expect(union.speakers.map((speaker) => [speaker.fullName, speaker.role.en])).toEqual([
      ['Tural Hümbətov', 'Chairman'],
      ['Emiliya Bayramova', 'Secretary general'],
      ['Kamran Əliyev', 'Member of the board'],
    ]);
  });

  it('hold the portal, the app and the law', () => {
    expect(union.portal.address).toBe('konullu.az');
    expect(union.mobileApp.name).toBe('GencApp');
    expect(union.law.name.az).toContain('Könüllü fəaliyyət haqqında');
  });

  it('hold the agreement of 2 December 2020 between the union and the network of Kazakhstan', () => {
    expect(union.agreement).toMatchObject({ signedOn: '2020-12-02', partyKeys: ['uvoa', 'nvn-kz'] });
  });
});

describe('the facts of S3, the conference of 2024', () => {
  it('hold the second members’ conference in Sheki with six countries', () => {
    expect(center.conference).toMatchObject({
      ordinal: 2,
      cityName: 'Şəki',
      supporterKey: 'youth-foundation',
      organizerKey: 'uvoa',
      reportedOn: '2024-12-17',
    });
    expect(center.memberCountries.countryCodes).toEqual(['AZ', 'TR', 'KZ', 'UZ', 'KG', 'TJ']);
    expect(center.speakers.map((speaker) => [speaker.fullName, speaker.organizationKey])).toEqual([
      ['Yusif Valiyev', 'youth-foundation'],
      ['Vugar Aliyev', 'uvoa'],
      ['Aiman Nakispekova', 'nvn-kz'],
    ]);
  });

  it('hold the report of Kazakhstan, the chair of 2025 and the partners of the volunteer week', () => {
    expect(center.countryReport).toMatchObject({ countryCode: 'KZ', year: 2024 });
    expect(center.chairTerm).toMatchObject({ year: 2025, holderKeys: ['uvoa'] });
    expect(center.volunteerWeekPartners.organizationKeys).toEqual(['min-youth', 'min-ecology', 'asan', 'idea']);
  });
});

describe('the facts of S4, the report on the creative volunteers', () => {
  it('hold the launch on 25 December of a year that the source leaves open', () => {
    expect(creative.movement).toMatchObject({
      launchMonth: 12,
      launchDay: 25,
      launchYear: null,
      federationKey: 'afci',
      partnerKey: 'min-culture',
    });
    expect(creative.reportedByCivilSociety.convention).toBe('UNESCO-2005');
  });

  it('hold more than 500 registered and 30 elected, from the capital and the regions', () => {
    expect(creative.registered.moreThan).toBe(500);
    expect(creative.elected.value).toBe(30);
    expect(creative.electedFrom.regions).toEqual(['capital', 'region']);
    expect(creative.questionnaire.channel).toBe('social-networks');
    expect(creative.selectionCommission.text).toContain('criteria');
  });

  it('hold the six aims of the movement', () => {
    expect(creative.aims.map((aim) => aim.key)).toEqual([
      'participation',
      'exchange-of-experience',
      'skills',
      'thematic-programmes',
      'career-programmes',
      'networks-and-exchanges',
    ]);
  });
});

describe('all facts', () => {
  it.each([
    ['asanSchool', 'S0'],
    ['alumni', 'S1'],
    ['union', 'S2'],
    ['center', 'S3'],
    ['creative', 'S4'],
  ] as const)('of %s quote %s', (area, source) => {
    for (const fact of Object.values<SeedFact | readonly SeedFact[]>(seedFacts[area]).flat()) {
      expect(fact.source).toBe(source);
      expect(fact.text.trim().length).toBeGreaterThan(10);
    }
  });

  it('quote one of the five sources', () => {
    for (const source of valuesUnder(/^source$/)) expect(Object.keys(seedSources)).toContain(source);
  });

  it('refer to organisations, cities and countries that the demo data has', () => {
    const organizationKeys = valuesUnder(/Keys?$/).filter((key) => key !== null);
    expect(organizationKeys.length).toBeGreaterThan(20);
    for (const key of organizationKeys) expect(() => organizationNamed(String(key))).not.toThrow();
    for (const name of valuesUnder(/^cityName$/)) expect(() => cityNamed(String(name))).not.toThrow();
    const codes = new Set(listCountries().map((country) => country.code));
    for (const code of valuesUnder(/^countryCodes?$/)) expect(codes).toContain(code);
  });

  it('mark exactly the organisations that a source names', () => {
    const marked = organizations.filter((one) => one.fact !== undefined).map((one) => one.key);
    expect(marked.toSorted()).toEqual(Object.keys(seedFacts.organizations).toSorted());
    for (const one of organizations) expect(one.generated).toBe(one.fact === undefined);
  });
});
