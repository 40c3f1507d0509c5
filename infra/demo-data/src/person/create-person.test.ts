import { describe, expect, it } from 'vitest';
import { catalogue } from '../catalogue.js';
import { organizationNamed, organizations } from '../organizations.js';
import { createDemoData } from '../demo-data.js';
import { grantCategories } from './consents.js';
import { fixedPersonCount } from './slot.js';
import type { DemoPerson } from './demo-person.js';

const demo = createDemoData();
const persons = [...demo.persons()];

function count(predicate: (person: DemoPerson) => boolean, among: readonly DemoPerson[] = persons): number {
  return among.filter(predicate).length;
}

function share(predicate: (person: DemoPerson) => boolean, among: readonly DemoPerson[]): number {
  return count(predicate, among) / among.length;
}

type RecordKey = 'study' | 'programme' | 'service' | 'alumni' | 'creative';

/** Tells the persons who hold the record. */
function has<Key extends RecordKey>(key: Key) {
  return <Person extends DemoPerson>(person: Person): person is Person & { [K in Key]: NonNullable<Person[K]> } =>
    person[key] !== null;
}

function expectNear(share: number, wanted: number): void {
  expect(Math.abs(share - wanted)).toBeLessThan(0.02);
}

const volunteers = persons.filter((person) => person.programme !== null);
const applicants = persons.filter((person) => person.creative !== null);
const elected = applicants.filter((person) => person.creative?.status === 'elected');

describe('the numbers of persons', () => {
  it.each([0.1, 0.3, 1, 2])('are exact for ASAN volunteers and elected creative volunteers at scale %s', (scale) => {
    const all = [...createDemoData({ scale }).persons()];
    expect(all).toHaveLength(Math.round(10_000 * scale));
    expect(count((person) => person.programme !== null, all)).toBe(Math.round(4000 * scale));
    expect(count((person) => person.creative?.status === 'elected', all)).toBe(Math.round(30 * scale));
    expect(count((person) => person.creative !== null, all)).toBe(Math.round(520 * scale));
  });

  it('overlap as in life', () => {
    expectNear(
      share((person) => person.study !== null, volunteers),
      0.55,
    );
    expectNear(
      share((person) => person.service !== null, volunteers),
      0.6,
    );
    expectNear(
      share((person) => person.alumni !== null, volunteers),
      0.12,
    );
    expectNear(
      share((person) => person.consents.length > 0, persons),
      0.25,
    );
    expect(count((person) => person.affiliations.length === 0)).toBe(0);
  });

  it('spread over scripts, countries and regions', () => {
    expect(new Set(persons.map((person) => person.script))).toEqual(new Set(['az', 'ru', 'latin']));
    expect(new Set(persons.map((person) => person.homeCountry))).toEqual(new Set(['AZ', 'KZ', 'UZ', 'TR', 'KG', 'TJ']));
    expect(share((person) => person.homeCountry === 'AZ', persons)).toBeGreaterThan(0.9);
    expectNear(
      share((person) => person.region === 'capital', persons),
      0.45,
    );
  });
});

describe('a person', () => {
  it.each(['id', 'nationalNumber', 'email', 'phone'] as const)('has an own %s', (key) => {
    expect(new Set(persons.map((person) => person[key])).size).toBe(persons.length);
  });

  it('has a UUIDv7 that carries the time of registration', () => {
    for (const person of persons) {
      expect(person.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      const time = Number.parseInt(person.id.replaceAll('-', '').slice(0, 12), 16);
      if (person.index >= fixedPersonCount) expect(new Date(time).toISOString()).toBe(person.registeredAt);
    }
  });

  it('sorts the fixed persons before all others', () => {
    const sorted = persons.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const first = Array.from({ length: fixedPersonCount }, (_, index) => index);
    expect(sorted.slice(0, fixedPersonCount).map(({ index }) => index)).toEqual(first);
  });

  it('has plain, well-formed contact data', () => {
    for (const person of persons) {
      expect(person.nationalNumber).toMatch(/^[0-9A-HJ-NP-Z]{7}$/);
      expect(person.email).toMatch(/^[a-z]+\.[a-z]+\.[0-9a-z]+@example\.org$/);
      expect(person.phone).toMatch(/^\+99400\d{7}$/);
      expect(new Date(person.birthDate).toISOString().slice(0, 10)).toBe(person.birthDate);
    }
  });

  it('writes its name in the letters of its script', () => {
    const letters = { az: /^[A-Za-zƏəĞğİıÖöÜüÇçŞş ]+$/, ru: /^[А-Яа-яЁё ]+$/, latin: /^[A-Za-z ]+$/ };
    for (const person of persons) {
      const name = [person.givenName, person.familyName, person.patronymic ?? ''].join(' ').trim();
      expect(name).toMatch(letters[person.script]);
      expect(person.spellings[person.script].familyName).toBe(person.familyName);
    }
  });

  it('is an adult at registration and registered within the time of the demo data', () => {
    for (const person of persons) {
      const adultOn = `${Number(person.birthDate.slice(0, 4)) + 18}${person.birthDate.slice(4)}`;
      expect(person.registeredAt.slice(0, 10) >= adultOn).toBe(true);
      expect(person.registeredAt < demo.today).toBe(true);
    }
  });
});

describe('the programme record', () => {
  it('gives a score and the certificate of its band to exactly those who completed Master 1', () => {
    const stages = volunteers.flatMap(({ programme }) => (programme === null ? [] : [programme.master1]));
    for (const { status, score, certificateIndex } of stages) {
      const band = catalogue.certificateBands.find((one) => (score ?? -1) >= one.minimumScore);
      expect(certificateIndex).toBe(band?.index ?? null);
      expect(score !== null).toBe(status === 'completed');
    }
    expect(new Set(stages.map((stage) => stage.certificateIndex))).toEqual(new Set([0, 1, 2, null]));
  });

  it('goes on to Master 2 only after a completed Master 1', () => {
    const second = volunteers.filter(({ programme }) => programme?.master2);
    expect(new Set(second.map(({ programme }) => programme?.master1.status))).toEqual(new Set(['completed']));
  });

  it('is active exactly while its intake runs, which begins after the registration', () => {
    for (const { programme, registeredAt } of volunteers) {
      const intake = catalogue.intakes[programme?.intakeIndex ?? -1];
      expect(intake).toBeDefined();
      expect(programme?.master1.status === 'active').toBe((intake?.endsOn ?? '') > demo.today);
      expect((intake?.startsOn ?? '') > registeredAt.slice(0, 10)).toBe(true);
    }
  });

  it('reaches every state and area of Master 2', () => {
    const second = volunteers.flatMap(({ programme }) => (programme?.master2 ? [programme.master2] : []));
    expect(new Set(second.map((stage) => stage.status))).toEqual(new Set(['active', 'completed', 'withdrawn']));
    expect(new Set(second.map((stage) => stage.area))).toEqual(new Set(['administrative', 'social', 'business']));
    for (const stage of second) expect(stage.score !== null).toBe(stage.status === 'completed');
  });
});

describe('the other records', () => {
  it('elect the best scores, from the capital and the regions', () => {
    const lowest = Math.min(...elected.map((person) => person.creative?.score ?? 0));
    const highestOther = Math.max(
      ...applicants.filter((person) => !elected.includes(person)).map((person) => person.creative?.score ?? 0),
    );
    expect(lowest).toBeGreaterThan(highestOther);
    expect(new Set(elected.map((person) => person.region))).toEqual(new Set(['capital', 'region']));
    expect(new Set(applicants.map((person) => person.homeCountry))).toEqual(new Set(['AZ']));
  });

  it('serve distinct organisations, Kazakh volunteers a made-up network of their country', () => {
    const kazakhNetwork = organizationNamed('network-example').id;
    for (const { service, homeCountry } of persons.filter(has('service'))) {
      expect(new Set(service.organizationIds).size).toBe(service.organizationIds.length);
      expect(service.organizationIds.length).toBeGreaterThan(0);
      expect(service.organizationIds.includes(kazakhNetwork)).toBe(homeCountry === 'KZ');
    }
  });

  it('return only after graduation, and mentor only after graduation', () => {
    const fields = new Set(catalogue.studyFields.map((field) => field.key));
    const abroad = persons.filter(has('alumni')).map((person) => person.alumni);
    for (const { field, graduationYear, mentee, mentor, returned } of abroad) {
      expect(fields).toContain(field);
      expect(mentor !== null && mentee).toBe(false);
      expect((returned || mentor !== null) && graduationYear === null).toBe(false);
      expect(graduationYear ?? 0).toBeLessThanOrEqual(2026);
    }
    expect(new Set(abroad.map((record) => record.graduationYear === null))).toEqual(new Set([true, false]));
  });

  it('nominate only students of the Mingachevir university', () => {
    const nominated = persons.filter((person) => person.study?.nominatedAsanGroup);
    expect(nominated.length).toBeGreaterThan(500);
    for (const { study } of nominated) expect(study?.organizationId).toBe(organizationNamed('mdu').id);
  });

  it('never take the same level at home and abroad', () => {
    const both = persons.filter(has('alumni')).filter(has('study'));
    expect(both.length).toBeGreaterThan(100);
    expect(both.filter(({ alumni, study }) => alumni.level === study.level)).toEqual([]);
  });
});

describe('the affiliations', () => {
  const known = new Set(organizations.map((one) => one.id));

  it('tie the person to known organisations, once in each role, and begin before today and end after that', () => {
    for (const { affiliations } of persons) {
      const ties = affiliations.map((tie) => `${tie.organizationId} ${tie.role}`);
      expect(new Set(ties).size).toBe(ties.length);
      for (const tie of affiliations) {
        expect(known).toContain(tie.organizationId);
        expect(tie.since < demo.today).toBe(true);
        expect(tie.until === null || tie.until > tie.since).toBe(true);
      }
    }
  });

  it.each([
    ['programme', 'asan'],
    ['service', 'uvoa'],
    ['alumni', 'asap'],
    ['creative', 'afci'],
  ] as const)('follow from a %s record exactly', (record, organizationKey) => {
    const { id } = organizationNamed(organizationKey);
    for (const person of persons) {
      expect(person.affiliations.some((tie) => tie.organizationId === id)).toBe(person[record] !== null);
    }
  });
});

describe('the consents', () => {
  it('of the persona volunteer are left to whoever uses the persona', () => {
    expect(persons[0]?.consents).toEqual([]);
  });

  it('of the next nineteen open every category to the union for recruitment', () => {
    for (const person of persons.slice(1, 20)) {
      expect(person.consents.map((consent) => consent.category)).toEqual(grantCategories);
      for (const consent of person.consents) {
        expect(consent).toMatchObject({ recipientKey: 'uvoa', purpose: 'recruitment', withdrawn: false });
      }
      expect([person.programme, person.study, person.service]).not.toContain(null);
    }
  });

  it('name known recipients and each category once, and include withdrawn ones and ones for every member', () => {
    for (const { consents } of persons) {
      expect(new Set(consents.map((consent) => consent.category)).size).toBe(consents.length);
    }
    const all = persons.flatMap((person) => person.consents);
    const recipientKeys = new Set(all.flatMap(({ recipientKey }) => (recipientKey === null ? [] : [recipientKey])));
    expect([...recipientKeys].toSorted()).toEqual(['afci', 'asan', 'asap', 'ivc', 'mdu', 'uvoa']);
    expect(all.some((consent) => consent.withdrawn)).toBe(true);
    expect(all.some((consent) => consent.recipientKey === null)).toBe(true);
  });
});

describe('the persona volunteer', () => {
  it('has a record with every member', () => {
    expect(persons[0]).toMatchObject({
      study: { organizationId: organizationNamed('mdu').id, status: 'studying' },
      programme: {
        master1: { status: 'completed', certificateIndex: 0 },
        master2: { area: 'administrative', status: 'completed' },
      },
      service: { hours: 124 },
      alumni: { associationKey: 'assoc-lithuania', returned: true, mentee: true },
      creative: { status: 'elected' },
    });
  });

  it('finds a mentor of the same field in the second persona', () => {
    expect(persons[1]?.alumni).toMatchObject({ mentor: { capacity: 3 }, field: persons[0]?.alumni?.field });
  });
});
