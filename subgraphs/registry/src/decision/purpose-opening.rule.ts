import { DomainError } from '@birlik/kernel/errors';
import { purposes, type Purpose } from '@birlik/trust/purpose';
import { explain } from '../messages.js';
import type { GrantCategory } from './grant-category.rule.js';

/**
 * Refuses a consent, or a request for one, that would open nothing. A purpose that is not on the list is let through, for whoever
 * looks it up to say so.
 *
 * @throws DomainError BAD_USER_INPUT naming the categories that the purpose opens or, when it opens none, the purposes that open
 *   these
 */
export function requireOpenCategories(
  code: string,
  categories: readonly GrantCategory[],
  published: readonly Purpose[] = purposes,
): void {
  const purpose = published.find((one) => one.code === code);
  const wanted = categories.map((category) => category.toUpperCase());
  const opens = ({ opens: open }: Purpose) => wanted.every((category) => open.includes(category));
  if (!purpose || opens(purpose)) return;
  const allowed =
    purpose.opens.length > 0
      ? `${code}: ${purpose.opens.join(', ')}`
      : published
          .filter(opens)
          .map((one) => one.code)
          .join(', ');
  throw new DomainError('BAD_USER_INPUT', explain('purpose-opens-nothing-such', { allowed }));
}
