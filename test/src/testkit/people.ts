import { createDemoData, type DemoPerson } from '@birlik/demo-data';

/** The ids of the first 50 people of the demo data who have what is asked for. */
export function peopleWith(part: (person: DemoPerson) => object | null): readonly string[] {
  const found: string[] = [];
  for (const person of createDemoData().persons()) {
    if (part(person) !== null) found.push(person.id);
    if (found.length === 50) return found;
  }
  throw new Error(`Only ${found.length} people of the demo data have that.`);
}

/** At each call somebody else of the demo data: an adult who gave no consent. */
export function peopleFrom(index: number): () => DemoPerson {
  const demo = createDemoData();
  let next = index;
  return () => {
    for (;;) {
      const person = demo.person(next++);
      if (person.consents.length === 0) return person;
    }
  };
}
