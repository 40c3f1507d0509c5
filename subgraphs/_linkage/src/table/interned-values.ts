/** Distinct texts by number, so that a column of many records is one array of numbers. Number 0 is the missing value. */
export interface InternedValues {
  /** The texts by number; the first is empty. */
  readonly texts: readonly string[];
  /** The number of the text after normalisation. A raw text is normalised once. */
  readonly intern: (raw: string) => number;
}

/** `normalise` gives the empty text for what counts as missing. */
export function internedValues(normalise: (raw: string) => string): InternedValues {
  const texts: string[] = [''];
  const byText = new Map<string, number>([['', 0]]);
  const byRaw = new Map<string, number>();
  const intern = (raw: string): number => {
    const known = byRaw.get(raw);
    if (known !== undefined) return known;
    const text = normalise(raw);
    const number = byText.get(text) ?? texts.push(text) - 1;
    byText.set(text, number);
    byRaw.set(raw, number);
    return number;
  };
  return { texts, intern };
}
