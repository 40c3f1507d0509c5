import { isJsonObject, type Json } from '../../subgraph/json.js';

/** One text for equal keys: members in the order of their names, and scalars as text, as an `ID` may be a number. */
export function canonicalKey(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalKey).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(String(value));
  const members = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalKey(member)}`).join(',')}}`;
}
