import { random, type DemoData, type DemoPerson } from '@birlik/demo-data';

export type Alumnus = DemoPerson & { readonly alumni: NonNullable<DemoPerson['alumni']> };

export const goals = ['career', 'returning-home', 'research', 'entrepreneurship'] as const;
export const otherLanguages = ['en', 'ru', 'tr'] as const;
export const formats = ['one-call', 'three-months', 'twelve-months'] as const;

const pausedShare = 0.1;
/** The first persons of the demo are personas. */
const personaCount = 2;

/** Everybody of the demo who studies or studied abroad. */
export function* alumniOf(demo: DemoData): Generator<Alumnus> {
  for (const person of demo.persons()) {
    const { alumni } = person;
    if (alumni) yield { ...person, alumni };
  }
}

/** Some mentors are paused, a persona never. */
export function isPaused(index: number): boolean {
  return index >= personaCount && random('mentor', index, 'paused').chance(pausedShare);
}
