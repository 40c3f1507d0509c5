import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { Card } from '../search/found-card.js';

/** Somebody who is selected. */
export interface SelectedPerson {
  readonly id: string;
  /** By which they were found; null for somebody of the own register. */
  readonly card: Card | null;
}

/** Who is selected, over all pages of a list. */
interface Selection {
  /** The people, in the order of the selecting. */
  readonly people: readonly SelectedPerson[];
  readonly has: (person: SelectedPerson) => boolean;
  readonly toggle: (person: SelectedPerson) => void;
  /** Selects all of these, or none of them when all are selected. */
  readonly toggleAll: (people: readonly SelectedPerson[]) => void;
  readonly clear: () => void;
}

const SelectionContext = createContext<Selection | null>(null);

/** Who is selected, over all pages of a list. */
export function useSelection(): Selection {
  const selection = use(SelectionContext);
  if (selection === null) throw new Error('There is no selection around this component.');
  return selection;
}

/** Keeps who is selected while the list stays open and has its purpose. It is in memory alone. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, SelectedPerson>>(new Map());
  const selection = useMemo((): Selection => {
    const has = ({ id }: SelectedPerson) => chosen.has(id);
    const change = (people: readonly SelectedPerson[], isWanted: boolean) => {
      const next = new Map(chosen);
      for (const person of people) {
        if (isWanted) next.set(person.id, person);
        else next.delete(person.id);
      }
      setChosen(next);
    };
    return {
      people: [...chosen.values()],
      has,
      toggle: (person) => change([person], !has(person)),
      toggleAll: (people) => change(people, !people.every(has)),
      clear: () => setChosen(new Map()),
    };
  }, [chosen]);
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}
