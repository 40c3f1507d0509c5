import type { ComparisonKind } from './comparison-kind.js';
import { nameReading } from './name-reading.js';
import { nameText } from './name-text.js';

/** The comparison kinds of which each value is one name. */
export const nameKinds = ['given-name', 'family-name', 'patronymic'] as const;
export type NameKind = (typeof nameKinds)[number];

export function isNameKind(kind: ComparisonKind): kind is NameKind {
  return (nameKinds as readonly ComparisonKind[]).includes(kind);
}

/** The reading of a name as it was written. */
export function readingOfKind(name: string, kind: NameKind): string {
  const part = kind === 'given-name' ? 'given' : kind === 'family-name' ? 'family' : 'patronymic';
  return nameReading(nameText(name, part));
}
