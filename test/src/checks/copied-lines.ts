/** A run of equal lines in two places. */
export interface Copy {
  readonly first: string;
  readonly second: string;
  /** The run's first line, to look for. */
  readonly begins: string;
}

/** Files by path; the part of the path up to the first slash says whose they are. */
export type Sources = ReadonlyMap<string, string>;

/**
 * Finds logic that stands in files of two owners: runs of at least `shortest` equal lines of code. Imports, comments,
 * blank lines and lines of punctuation do not count, since they are the same everywhere. At most one copy is reported
 * for a pair of files.
 */
export function copiesBetweenOwners(sources: Sources, shortest: number): readonly Copy[] {
  const seen = new Map<string, string[]>();
  const copies = new Map<string, Copy>();
  for (const [path, text] of sources) {
    const lines = significantLines(text);
    for (let start = 0; start + shortest <= lines.length; start += 1) {
      const run = lines.slice(start, start + shortest);
      const key = run.join('\n');
      const places = seen.get(key) ?? [];
      for (const place of places.filter((known) => ownerOf(known) !== ownerOf(path))) {
        const pair = `${place} ${path}`;
        if (!copies.has(pair)) copies.set(pair, { first: place, second: path, begins: run[0] ?? '' });
      }
      seen.set(key, [...places, path]);
    }
  }
  return [...copies.values()];
}

const ownerOf = (path: string): string => path.slice(0, path.indexOf('/'));

function significantLines(text: string): readonly string[] {
  return text
    .replaceAll(/^import [^;]*;$/gm, '')
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\w/.test(line) && !line.startsWith('//'));
}
