import type { Cell, SeedContext } from '@birlik/kernel/seed';
import { createDemoData, generated, id, idAt, random, stated, type DemoData } from '@birlik/demo-data';
import { inEveryLanguage, localize } from '@birlik/kernel/localized';
import { explain } from '../src/messages.js';
import { offers, standingOffers } from './offers.js';
import { dayBetween, serviceEntries } from './service-book.js';

const declined = 'Yerlər dolub (nümunə).';

/**
 * One decided application of each serving person to where they serve, and one open application to the union itself of
 * every fifth person and of the first.
 */
function* applications(demo: DemoData): Generator<readonly Cell[]> {
  const standing = standingOffers(demo);
  const accepted = new Map<string, number>();
  const union = standing.get(demo.organization('uvoa').id);
  for (const person of demo.persons()) {
    const [first] = person.service?.organizationIds ?? [];
    const offer = first === undefined ? undefined : standing.get(first);
    if (!offer) continue;
    const before = accepted.get(offer.id) ?? 0;
    const hasRoom = before < offer.capacity;
    if (hasRoom) accepted.set(offer.id, before + 1);
    const at = person.registeredAt;
    yield [
      id('opportunity-application', person.index, 'served'),
      offer.organizationId,
      person.id,
      offer.id,
      hasRoom ? 'accepted' : 'declined',
      hasRoom ? null : declined,
      at,
      at,
    ];
    const wantsMore = person.index === 0 || random('union', 'application', person.index).chance(0.2);
    if (!union || !wantsMore) continue;
    const openId = id('opportunity-application', person.index, 'union');
    yield [openId, union.organizationId, person.id, union.id, 'submitted', null, at, null];
  }
}

/** What a minor applied to among what the union comes to do, which waits for the guardian. */
function wardApplication(demo: DemoData): readonly Cell[] {
  const union = demo.organization('uvoa').id;
  const today = new Date().toISOString().slice(0, 10);
  const offer = offers(demo).find(({ organizationId, startsOn }) => organizationId === union && startsOn > today);
  if (!offer) throw new Error('The union has nothing that begins after today.');
  const at = new Date(Date.now() - 86_400_000);
  return [
    id('opportunity-application', 'ward'),
    union,
    demo.family.ward.id,
    offer.id,
    'awaiting_guardian',
    at,
    'awaited',
  ];
}

/** What the first person was told when they were accepted. The registry learns of it once the federation runs. */
function* messages(demo: DemoData): Generator<readonly Cell[]> {
  const person = demo.person(0);
  const offer = standingOffers(demo).get(person.service?.organizationIds[0] ?? '');
  if (!offer) return;
  const told = (write: (title: string) => ReturnType<typeof explain>) =>
    inEveryLanguage((language) => write(localize({ ...offer.title }, [language])).in(language));
  yield [
    idAt(Date.parse(person.registeredAt), 'message', person.index),
    offer.organizationId,
    person.id,
    'application-answered',
    told((title) => explain('accepted-subject', { title })),
    told((title) => explain('accepted-body', { title, startsOn: offer.startsOn })),
    person.registeredAt,
  ];
}

/** Everyone who serves has an agreement with the union, which keeps the volunteer book, and with each member served. */
function* agreements(demo: DemoData): Generator<readonly Cell[]> {
  const union = demo.organization('uvoa').id;
  const lawId = id('volunteering-law', 'voluntary-activity');
  for (const person of demo.persons()) {
    if (!person.service) continue;
    for (const organizationId of [union, ...person.service.organizationIds]) {
      const stream = random('union', 'agreement', person.index, organizationId);
      const isOver = organizationId !== union && person.index !== 0 && stream.chance(0.25);
      const endsOn = isOver ? dayBetween(person, demo.today, 1) : null;
      const signedOn = dayBetween(person, demo.today, 0);
      yield [
        id('volunteer-agreement', person.index, organizationId),
        organizationId,
        person.id,
        lawId,
        signedOn,
        endsOn,
      ];
    }
  }
}

/** Loads the union and its members: what the source says of its portals and its law, and generated volunteering. */
export async function loadDemo({ scale, copy }: SeedContext): Promise<void> {
  const demo = createDemoData({ scale });
  const { portal, mobileApp, law } = demo.facts.union;
  const union = demo.organization('uvoa').id;

  await copy(
    'portal',
    ['id', 'organization_id', 'name', 'summary', 'source'],
    [
      [
        id('portal', portal.address),
        union,
        portal.address,
        {
          az: 'Azərbaycan könüllülərinin vahid portalı',
          en: 'The single portal of the volunteers of Azerbaijan',
          ru: 'Единый портал волонтёров Азербайджана',
          tr: 'Azerbaycan gönüllülerinin tek portalı',
        },
        stated(portal),
      ],
      [
        id('portal', mobileApp.name),
        union,
        mobileApp.name,
        {
          az: 'Gənclər üçün müxtəlif imkanları özündə cəmləşdirən mobil tətbiq',
          en: 'A mobile application that brings together opportunities for young people',
          ru: 'Мобильное приложение, объединяющее возможности для молодёжи',
          tr: 'Gençler için çeşitli fırsatları bir araya getiren mobil uygulama',
        },
        stated(mobileApp),
      ],
    ],
  );
  await copy(
    'volunteering_law',
    ['id', 'organization_id', 'name', 'summary', 'source'],
    [
      [
        id('volunteering-law', 'voluntary-activity'),
        union,
        { ...law.name },
        {
          az: 'Ölkədə könüllülük sahəsində fəaliyyəti tənzimləyir',
          en: 'It regulates volunteering in the country',
        },
        stated(law),
      ],
    ],
  );
  await copy(
    'opportunity',
    [
      'id',
      'organization_id',
      'portal_id',
      'title',
      'summary',
      'city',
      'country_code',
      'starts_on',
      'ends_on',
      'capacity',
      'published',
      'source',
    ],
    offers(demo).map((offer) => [
      offer.id,
      offer.organizationId,
      offer.portalKey && id('portal', offer.portalKey),
      { ...offer.title },
      { ...offer.summary },
      { ...offer.city },
      offer.countryCode,
      offer.startsOn,
      offer.endsOn,
      offer.capacity,
      offer.published,
      generated,
    ]),
  );
  await copy(
    'opportunity_application',
    ['id', 'organization_id', 'volunteer_id', 'opportunity_id', 'status', 'reason', 'applied_at', 'decided_at'],
    applications(demo),
    demo.personCount,
  );
  await copy(
    'opportunity_application',
    ['id', 'organization_id', 'volunteer_id', 'opportunity_id', 'status', 'applied_at', 'guardian_answer'],
    [wardApplication(demo)],
  );
  await copy(
    'message',
    ['id', 'organization_id', 'volunteer_id', 'kind', 'subject', 'body', 'sent_at'],
    messages(demo),
  );
  await copy(
    'volunteer_agreement',
    ['id', 'organization_id', 'volunteer_id', 'law_id', 'signed_on', 'ends_on'],
    agreements(demo),
    demo.personCount,
  );
  await copy(
    'service_entry',
    ['id', 'organization_id', 'volunteer_id', 'opportunity_id', 'minutes', 'worked_on', 'status', 'corrects_id'],
    serviceEntries(demo),
    demo.personCount * 10,
  );
}
