/** A place in the picture; a label stands below it in the lower half, above it in the upper. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly isBelow: boolean;
}

/** Places on a circle, clockwise from the top, so that no two countries lie on one line with a third. */
export function circlePlaces(codes: readonly string[], size: number): ReadonlyMap<string, Place> {
  const radius = size / 2 - 56;
  return new Map(
    codes.map((code, index) => {
      const angle = (2 * Math.PI * index) / codes.length - Math.PI / 2;
      const [x, y] = [size / 2 + radius * Math.cos(angle), size / 2 + radius * Math.sin(angle)];
      return [code, { x: Math.round(x), y: Math.round(y), isBelow: y > size / 2 }];
    }),
  );
}

/** A line between two countries. */
interface CountryLink {
  readonly from: string;
  readonly to: string;
}

/** Each pair of countries that stands in one of the groups, once. */
export function linksBetween(groups: readonly (readonly string[])[]): readonly CountryLink[] {
  const pairs = groups.flatMap((group) => {
    const codes = group.toSorted();
    return codes.flatMap((from, index) => codes.slice(index + 1).map((to) => [`${from}-${to}`, { from, to }] as const));
  });
  return [...new Map(pairs).values()];
}
