import { id, random, type LocalizedText, type DemoData } from '@birlik/demo-data';
import { cityNamed } from '@birlik/demo-data/cities';
import { exampleOpportunities } from './opportunity-catalogue.js';

/** One organisation's opportunity in the demo data. */
export interface Offer {
  readonly id: string;
  readonly organizationId: string;
  /** Null for an organisation of another country than the portals are for. */
  readonly portalKey: 'konullu.az' | 'GencApp' | null;
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
const millisecondsPerDay = 86_400_000;
const capital = cityNamed('Bakı');

/** The day that comes so many days after the one on which the demo is loaded. */
function dayAhead(days: number): string {
  return new Date(Date.now() + days * millisecondsPerDay).toISOString().slice(0, 10);
}

/**
 * The opportunities of the union, its members and a network of Kazakhstan, all made up. Each has exactly one standing one,
 * and one that begins in the weeks after the demo is loaded.
 */
export function offers(demo: DemoData): readonly Offer[] {
  const union = demo.organization('uvoa');
  const network = demo.organization('network-example');
  const members = demo.organizations.filter(({ key }) => key.startsWith('union-member-'));
  return [union, network, ...members].flatMap((organization, place) =>
    exampleOpportunities.map((example, index) => {
      const stream = random('union', 'opportunity', organization.key, index);
      const standing = index === place % exampleOpportunities.length;
      const comes = index === (place + 1) % exampleOpportunities.length;
      const year = standing ? firstYear : stream.int(firstYear, lastYear - 1);
      const month = String(stream.int(1, 9)).padStart(2, '0');
      const portalKey = stream.chance(0.6) ? 'konullu.az' : 'GencApp';
      const endsOn = standing ? null : `${year}-${month}-${stream.int(1, 28)}`.replace(/-(\d)$/, '-0$1');
      const capacity = standing ? stream.int(250, 600) : stream.int(10, 60);
      return {
        ...example,
        id: id('opportunity', organization.key, index),
        organizationId: organization.id,
        // The portals are those of the volunteers of Azerbaijan.
        portalKey: organization.countryCode === capital.countryCode ? portalKey : null,
        city: organization.city ?? capital.name,
        countryCode: organization.countryCode ?? capital.countryCode,
        startsOn: comes ? dayAhead(place + 3) : `${year}-${standing ? '01' : month}-01`,
        endsOn: comes ? dayAhead(place * 2 + 45) : endsOn,
        capacity,
        published: standing || comes || stream.chance(0.9),
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
