import type { Variables } from '../graphql/variables.js';

/** A number that is known when a document is compiled, or one that depends on the variables. */
export type Amount = number | ((variables: Variables) => number);

/** The amount for these variables. */
export function amountFor(amount: Amount, variables: Variables): number {
  return typeof amount === 'number' ? amount : amount(variables);
}

/** All amounts together. */
export function sum(amounts: readonly Amount[]): Amount {
  let known = 0;
  const open: ((variables: Variables) => number)[] = [];
  for (const amount of amounts) {
    if (typeof amount === 'number') known += amount;
    else open.push(amount);
  }
  if (open.length === 0) return known;
  return (variables) => {
    let total = known;
    for (const amount of open) total += amount(variables);
    return total;
  };
}

/** One amount as often as the other says. */
export function times(count: Amount, amount: Amount): Amount {
  if (typeof count === 'number' && typeof amount === 'number') return count * amount;
  return (variables) => amountFor(count, variables) * amountFor(amount, variables);
}
