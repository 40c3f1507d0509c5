import type { Cell } from '@birlik/kernel/seed';
import { id, random, type DemoData, type DemoPerson, type Random } from '@birlik/demo-data';
import { ageBands, bandOf, facetValue, hoursBands, searchFacets, type SearchFacet } from '@birlik/trust/search-facet';
import { languageLabel } from '../src/search/card-facet.rule.js';
import { everybody, type CardFacet } from '../src/search/search-card.entity.js';

const dayMs = 86_400_000;
/** One person of so many has cards. */
const everyPerson = 20;

const purposes = ['recruitment', 'placement', 'mentoring'];

/** What people say that they can do, as they would write it. */
const skills = [
  'İlk tibbi yardım',
  'Tədbirlərin təşkili',
  'Tərcümə',
  'Fotoqrafiya',
  'Uşaqlarla iş',
  'Komanda rəhbərliyi',
  'Proqramlaşdırma',
  'Sosial media',
];
const times = ['Axşamlar', 'Həftə sonu', 'Yay ayları'];
const languages = ['az', 'en', 'ru', 'tr'];

/** Who finds a card: everybody, kinds of organisations, or single ones. */
function audiencesOf(demo: DemoData, chance: Random): string[] {
  return chance.weighted<string[]>([
    [[everybody], 50],
    [['university', 'agency'], 15],
    [['union', 'member-organization', 'center'], 15],
    [['mdu', 'uvoa', 'asap'].map((key) => demo.organization(key).id), 20],
  ]);
}

function facetsOf(demo: DemoData, person: DemoPerson, chance: Random): CardFacet[] {
  const { study, service, programme, city, birthDate } = person;
  const held = (facet: SearchFacet, label: CardFacet['label'], organizationId: string): CardFacet => ({
    facet,
    value: facetValue(label['en'] ?? label.az),
    label,
    organizationId,
    statedOn: demo.today,
  });
  const said = (facet: SearchFacet, text: string, label: CardFacet['label'] = { az: text }): CardFacet => ({
    facet,
    value: facetValue(text),
    label,
    organizationId: null,
    statedOn: demo.today,
  });
  const office = demo.organization('registry-office').id;
  const agency = demo.organization('asan').id;
  const field = study && demo.catalogue.studyProgrammes[study.programmeIndex]?.name;
  const certificate = demo.catalogue.certificateBands.find(
    ({ index }) => index === programme?.master1.certificateIndex,
  );
  const band = (bands: readonly [string, ...string[]], number: number) => ({ az: bandOf(bands, number) });
  return [
    held(searchFacets.PLACE, { ...city }, office),
    held(searchFacets.AGE_BAND, band(ageBands, ageOf(birthDate, demo.today)), office),
    ...(study && field ? [held(searchFacets.FIELD_OF_STUDY, { ...field }, study.organizationId)] : []),
    ...(service
      ? [held(searchFacets.HOURS_BAND, band(hoursBands, service.hours), service.organizationIds[0] ?? '')]
      : []),
    ...(certificate ? [held(searchFacets.CERTIFICATE, { ...certificate.name }, agency)] : []),
    ...chance
      .shuffle(skills)
      .slice(0, chance.int(1, 3))
      .map((skill) => said(searchFacets.SKILL, skill)),
    ...languages
      .slice(0, chance.int(1, languages.length))
      .map((code) => said(searchFacets.LANGUAGE, code, languageLabel(code))),
    said(searchFacets.AVAILABILITY, chance.pick(times)),
  ];
}

const ageOf = (birthDate: string, today: string) => {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
};

export const searchCardColumns = [
  'id',
  'volunteer_id',
  'purpose',
  'audiences',
  'facets',
  'published_at',
  'refreshed_at',
  'by_guardian',
];

/** Cards of adults among the demo's people, the first persona among them; published within the last days before the demo is loaded. */
export function* searchCards(demo: DemoData): Generator<readonly Cell[]> {
  const now = Date.now();
  for (const person of demo.persons()) {
    if (person.index % everyPerson !== 0 || ageOf(person.birthDate, demo.today) < 18) continue;
    const chance = random('search-card', person.index);
    const chosen = person.index === 0 ? purposes : chance.shuffle(purposes).slice(0, chance.int(1, 2));
    for (const purpose of chosen) {
      const at = new Date(now - chance.int(1, 60) * dayMs);
      const audiences = person.index === 0 ? [everybody] : audiencesOf(demo, chance);
      const facets = JSON.stringify(facetsOf(demo, person, chance));
      yield [id('search-card', person.index, purpose), person.id, purpose, audiences, facets, at, at, false];
    }
  }
}
