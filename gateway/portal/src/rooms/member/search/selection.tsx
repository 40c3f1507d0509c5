import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { Card } from './found-card.js';

/** Who is selected, over all pages of the search. */
interface Selection {
  /** The cards, in the order of the selecting. */
  readonly cards: readonly Card[];
  readonly has: (card: Card) => boolean;
  readonly toggle: (card: Card) => void;
  /** Selects all of these, or none of them when all are selected. */
  readonly toggleAll: (cards: readonly Card[]) => void;
  readonly clear: () => void;
}

const SelectionContext = createContext<Selection | null>(null);

/** Who is selected, over all pages of the search. */
export function useSelection(): Selection {
  const selection = use(SelectionContext);
  if (selection === null) throw new Error('There is no selection around this component.');
  return selection;
}

/** Keeps who is selected while the search stays open and has its purpose. It is in memory alone. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Card>>(new Map());
  const selection = useMemo((): Selection => {
    const has = (card: Card) => chosen.has(card.volunteer.id);
    const change = (cards: readonly Card[], isWanted: boolean) => {
      const next = new Map(chosen);
      for (const card of cards) {
        if (isWanted) next.set(card.volunteer.id, card);
        else next.delete(card.volunteer.id);
      }
      setChosen(next);
    };
    return {
      cards: [...chosen.values()],
      has,
      toggle: (card) => change([card], !has(card)),
      toggleAll: (cards) => change(cards, !cards.every(has)),
      clear: () => setChosen(new Map()),
    };
  }, [chosen]);
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}
