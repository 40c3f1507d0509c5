/** Where an item stands in a slot list. */
export interface Slot<Item> {
  readonly item: Item;
  /** Negative when it was removed. */
  index: number;
}

/**
 * Holds what runs at the time, in no order. A `Set` whose items come and go all the time would keep them: whenever V8 makes its
 * table anew, the table before points to it. Once one of those has grown old, the next are held for its sake, each with all
 * that stood in it, until a full collection.
 */
export class SlotList<Item> {
  readonly #slots: Slot<Item>[] = [];

  get size(): number {
    return this.#slots.length;
  }

  /** Returns what {@link remove} needs. */
  add(item: Item): Slot<Item> {
    const slot = { item, index: this.#slots.length };
    this.#slots.push(slot);
    return slot;
  }

  /** Removes an item; the last one takes its slot. Nothing happens when it was removed before. */
  remove(slot: Slot<Item>): void {
    if (slot.index < 0) return;
    const last = this.#slots.pop();
    if (last !== undefined && last !== slot) {
      this.#slots[slot.index] = last;
      last.index = slot.index;
    }
    slot.index = -1;
  }

  /** Visits all items that are there and are not removed before their turn. Items may be added and removed meanwhile. */
  forEach(visit: (item: Item) => void): void {
    const present = [...this.#slots];
    for (const slot of present) if (slot.index >= 0) visit(slot.item);
  }
}
