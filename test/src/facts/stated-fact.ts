/** A text that the graph has in both languages in which every fact is asked for. */
export interface BothLanguages {
  readonly az: string;
  readonly en: string;
}

/** One fact of a source: its words, where the graph tells it, and what it tells there. */
export interface StatedFact {
  /** Words of the source, which the place quotes as its own source. */
  readonly sentence: string;
  /** The way to the thing that tells it; see {@link thingAt}. */
  readonly at: string;
  /** What is told, by the way from the thing; a text in both languages, or what is the same in both. */
  readonly tells: Readonly<Record<string, unknown>>;
}

/** A document, what is asked for its facts, and the facts. */
export interface StatedDocument {
  readonly query: string;
  readonly facts: readonly StatedFact[];
}

export const both = (az: string, en: string): BothLanguages => ({ az, en });

export const fact = (sentence: string, at: string, tells: Readonly<Record<string, unknown>>): StatedFact => ({
  sentence,
  at,
  tells,
});

function isBothLanguages(value: unknown): value is BothLanguages {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'az' in value && 'en' in value;
}

/** What is told in a language. */
export function inLanguage(value: unknown, language: 'az' | 'en'): unknown {
  if (isBothLanguages(value)) return value[language];
  return Array.isArray(value) ? value.map((one: unknown) => inLanguage(one, language)) : value;
}

/**
 * The value at the end of a way such as `conferences.nodes[heldOn=2020-12-07].speakers.0`: names of fields, places in lists,
 * and in brackets what one thing of a list is known by, with `|` between what it is called in each language. Undefined where the way ends before.
 */
export function thingAt(value: unknown, way: string): unknown {
  const steps = way.match(/\[[^\]]+\]|[^.[\]]+/g) ?? [];
  return steps.reduce<unknown>((at, step) => {
    const known = /^\[(.+)=(.*)\]$/.exec(step);
    if (known) {
      const wanted = known[2]?.split('|') ?? [];
      return asList(at).find((one) => wanted.includes(String(thingAt(one, known[1] ?? ''))));
    }
    return typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[step] : undefined;
  }, value);
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The words that a thing quotes as its source. */
export const quotesOf = (thing: unknown): readonly unknown[] => asList(thingAt(thing, 'source.sentences'));
