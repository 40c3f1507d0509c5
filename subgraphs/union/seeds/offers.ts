import { id, random, type LocalizedText, type DemoData } from '@birlik/demo-data';
import { exampleOpportunities } from './opportunity-catalogue.js';

/** One organisation's opportunity in the demo data. */
export interface Offer {
  readonly id: string;
  readonly organizationId: string;
  readonly portalKey: 'konullu.az' | 'GencApp';
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
  readonly city: LocalizedText;
  readonly countryCode: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly capacity: number;
  readonly published: boolean;
  /** Whether it is published and without an end, so that it takes applications whenever the demo is looked at. */
  readonly standing: boolean;
}

const firstYear = 2020;
const lastYear = 2026;

/** The opportunities of the union, its members and its partner in Kazakhstan; each has exactly one standing one. */
export function offers(demo: DemoData): readonly Offer[] {
  const tenants = demo.organizations.filter(({ key }) => /^(uvoa|nvn-kz|union-member-\d+)$/.test(key));
  return tenants.flatMap((organization, place) =>
    exampleOpportunities.map((example, index) => {
      const stream = random('union', 'opportunity', organization.key, index);
      const standing = index === place % exampleOpportunities.length;
      const year = standing ? firstYear : stream.int(firstYear, lastYear - 1);
      const month = String(stream.int(1, 9)).padStart(2, '0');
      return {
        ...example,
        id: id('opportunity', organization.key, index),
        organizationId: organization.id,
        portalKey: stream.chance(0.6) ? 'konullu.az' : 'GencApp',
        city: organization.city,
        countryCode: organization.countryCode,
        startsOn: `${year}-${standing ? '01' : month}-01`,
        endsOn: standing ? null : `${year}-${month}-${stream.int(1, 28)}`.replace(/-(\d)$/, '-0$1'),
        capacity: standing ? stream.int(250, 600) : stream.int(10, 60),
        published: standing || stream.chance(0.9),
        standing,
      };
    }),
  );
}

/** The standing opportunity of each organisation, by the organisation's id. */
export function standingOffers(demo: DemoData): ReadonlyMap<string, Offer> {
  const standing = offers(demo).filter((offer) => offer.standing);
  return new Map(standing.map((offer) => [offer.organizationId, offer]));
}
