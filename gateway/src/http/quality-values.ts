/** The members of a header such as `accept`, in lower case, with how much each is wanted: 0 is not at all. */
export function qualityValues(header: string): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const member of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = member.split(';').map((part) => part.trim());
    const given = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length);
    values.set(name, given === undefined ? 1 : Number(given) || 0);
  }
  return values;
}
