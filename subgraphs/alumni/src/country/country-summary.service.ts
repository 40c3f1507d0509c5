/** A figure that counts fewer people than this, but not none, could point at one of them. */
export const smallestFigure = 10;

/** The figures on one country, as they are or as they may be published. */
export interface CountryFigures<Figure = number> {
  readonly studentsAbroad: Figure;
  readonly alumni: Figure;
}

/**
 * The figures of all associations on one country, as they may be published: both or neither, so that a known total
 * does not give away the one that was held back.
 */
export function publishFigures(parts: readonly CountryFigures[]): CountryFigures<number | null> {
  const studentsAbroad = parts.reduce((sum, part) => sum + part.studentsAbroad, 0);
  const alumni = parts.reduce((sum, part) => sum + part.alumni, 0);
  const safe = [studentsAbroad, alumni].every((figure) => figure === 0 || figure >= smallestFigure);
  return safe ? { studentsAbroad, alumni } : { studentsAbroad: null, alumni: null };
}
