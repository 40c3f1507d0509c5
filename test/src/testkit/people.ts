import { createWorld, type WorldPerson } from '@birlik/world';

/** The ids of the first 50 people of the demo world who have what is asked for. */
export function peopleWith(part: (person: WorldPerson) => object | null): readonly string[] {
  const found: string[] = [];
  for (const person of createWorld().persons()) {
    if (part(person) !== null) found.push(person.id);
    if (found.length === 50) return found;
  }
  throw new Error(`Only ${found.length} people of the demo world have that.`);
}
