import type { Cell } from '@birlik/kernel/seed';
import { id, random, type DemoData, type DemoPerson } from '@birlik/demo-data';
import { standingOffers } from './offers.js';

const millisecondsPerDay = 86_400_000;

/** The day that lies the given share (0 to 1) of the way from the person's registration to the demo's today. */
export function dayBetween(person: DemoPerson, today: string, share: number): string {
  const from = Date.parse(person.registeredAt.slice(0, 10));
  const days = Math.max(0, Math.floor((Date.parse(today) - from) / millisecondsPerDay));
  return new Date(from + Math.floor(days * share) * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The entries that make up a person's hours; one in fifty was written down wrong first. */
export function* serviceEntries(demo: DemoData): Generator<readonly Cell[]> {
  const standing = standingOffers(demo);
  for (const person of demo.persons()) {
    if (!person.service) continue;
    const { organizationIds, hours } = person.service;
    const stream = random('union', 'service', person.index);
    let left = hours * 60;
    for (let index = 0; left > 0; index += 1) {
      const minutes = Math.min(left, stream.int(6, 12) * 60);
      const organizationId = organizationIds[index % organizationIds.length] ?? '';
      const offer = stream.chance(0.6) ? standing.get(organizationId) : undefined;
      const day = dayBetween(person, demo.today, stream.next());
      const entryId = id('service-entry', person.index, index);
      const entry = (own: string, time: number, status: string, correctsId: string | null): readonly Cell[] => [
        own,
        organizationId,
        person.id,
        offer && offer.startsOn <= day ? offer.id : null,
        time,
        day,
        status,
        correctsId,
      ];
      if (stream.chance(0.02)) {
        const wrongId = id('service-entry', person.index, index, 'wrong');
        yield entry(wrongId, minutes + 60, 'recorded', null);
        yield entry(entryId, minutes, 'verified', wrongId);
      } else {
        yield entry(entryId, minutes, stream.chance(0.85) ? 'verified' : 'recorded', null);
      }
      left -= minutes;
    }
  }
}
