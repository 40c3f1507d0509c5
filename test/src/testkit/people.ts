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

/** At each call somebody else of the demo world: an adult who gave no consent. */
export function peopleFrom(index: number): () => WorldPerson {
  const world = createWorld();
  let next = index;
  return () => {
    for (;;) {
      const person = world.person(next++);
      if (person.consents.length === 0) return person;
    }
  };
}
