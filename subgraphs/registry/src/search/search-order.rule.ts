import type { Language } from '@birlik/messages/language';

/** In which orders cards are listed, by their names in the graph. */
export const searchOrders = { NEWEST: 'newest', AGE: 'age', HOURS: 'hours', PLACE: 'place' } as const;
export type SearchOrder = (typeof searchOrders)[keyof typeof searchOrders];

/** The column by which cards are in order: names are in that of the reader's language. */
export function orderColumn(order: SearchOrder, language: Language): string {
  return order === searchOrders.PLACE ? `${order}_${language}` : order;
}
