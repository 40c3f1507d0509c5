import type { ComparedValue } from '@birlik/linkage/person-values';

const hidden = '…';

/**
 * So much of a value that a reviewer sees what differs, and not who it is: initials of names, the year of birth, the
 * end of a telephone number, the first letter of an address. Null for a missing value.
 */
export function maskedValue(field: ComparedValue, value: string | null): string | null {
  if (value === null || value === '') return null;
  switch (field) {
    case 'birthDate':
      return `${value.slice(0, 4)}-${hidden}`;
    case 'phone':
      return `${hidden}${value.replaceAll(/\D/g, '').slice(-2)}`;
    case 'email':
      return `${[...value][0] ?? ''}${hidden}@${hidden}`;
    default:
      return value
        .trim()
        .split(/\s+/)
        .map((word) => `${[...word][0] ?? ''}${hidden}`)
        .join(' ');
  }
}
