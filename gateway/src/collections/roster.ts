/** Where a member stands in its roster. */
export interface RosterPlace<Member> {
  readonly member: Member;
  /** Negative when it has left. */
  index: number;
}

/**
 * Holds what runs now, in no order. A `Set` whose members come and go all the time would keep them: whenever V8 makes its
 * table anew, the table before points to it. Once one of those has grown old, the next are kept for its sake, each with all
 * that stood in it, until a full collection.
 */
export class Roster<Member> {
  readonly #places: RosterPlace<Member>[] = [];

  get size(): number {
    return this.#places.length;
  }

  /** Answers what {@link remove} needs. */
  add(member: Member): RosterPlace<Member> {
    const place = { member, index: this.#places.length };
    this.#places.push(place);
    return place;
  }

  /** Lets a member leave; the last one takes its place. Nothing happens when it has left. */
  remove(place: RosterPlace<Member>): void {
    if (place.index < 0) return;
    const last = this.#places.pop();
    if (last !== undefined && last !== place) {
      this.#places[place.index] = last;
      last.index = place.index;
    }
    place.index = -1;
  }

  /** Visits all who are there and have not left before their turn. Members may leave and come meanwhile. */
  forEach(visit: (member: Member) => void): void {
    const present = [...this.#places];
    for (const place of present) if (place.index >= 0) visit(place.member);
  }
}
