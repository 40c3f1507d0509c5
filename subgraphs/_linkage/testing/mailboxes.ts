import type { Random } from '@birlik/demo-data/random';

import { ascii } from './letters.js';
import type { SpelledName } from './messy-names.js';

/** How the addresses of a register come about; all of them are unique but those that a family shares. */
export const mailHabits = ['names and digits', 'names', 'names and year', 'initials', 'random', 'family'] as const;
export type MailHabit = (typeof mailHabits)[number];

interface Owner {
  readonly given: SpelledName;
  readonly family: SpelledName;
  readonly born: readonly [year: number, month: number, day: number];
}

/** Gives each person a mailbox. */
export type Mailboxes = (person: Owner, draw: Random) => string;

export function mailboxesOf(habit: MailHabit): Mailboxes {
  const taken = new Map<string, number>();
  return ({ given, family, born }, draw) => {
    if (habit === 'random')
      return Array.from({ length: 9 }, () => draw.pick([...'abcdefghkmnprstuvxyz23456789'])).join('');
    const [first, last] = [ascii(given.az).toLowerCase(), ascii(family.az).toLowerCase()];
    if (habit === 'names and digits') return `${draw.chance(0.9) ? first : 'info'}.${last}${draw.int(1, 999)}`;
    const name =
      habit === 'family'
        ? `${last}.family`
        : habit === 'initials'
          ? `${first.charAt(0)}${last.charAt(0)}${born[0] % 100}`
          : habit === 'names and year'
            ? `${first}.${last}${born[0]}`
            : `${first}.${last}`;
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return before === 0 ? name : `${name}${before}`;
  };
}
