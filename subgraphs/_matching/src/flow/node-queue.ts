/** A queue of nodes by distance, of two equal ones the lower number first: a binary heap that knows the place of each node. */
export class NodeQueue {
  readonly #distances: Float64Array;
  readonly #heap: Int32Array;
  readonly #places: Int32Array;
  #size = 0;

  /** @param distances of each node; the owner lowers one and then calls `lower` */
  constructor(distances: Float64Array) {
    this.#distances = distances;
    this.#heap = new Int32Array(distances.length);
    this.#places = new Int32Array(distances.length).fill(-1);
  }

  get size(): number {
    return this.#size;
  }

  /** The nearest node without taking it. */
  get nearest(): number {
    return this.#heap[0] as number;
  }

  /** Puts a node in, or moves it forward when it is in already and its distance has become less. */
  lower(node: number): void {
    const place = this.#places[node] as number;
    this.#rise(place < 0 ? this.#size++ : place, node);
  }

  /** Takes the nearest node. */
  take(): number {
    const node = this.#heap[0] as number;
    this.#places[node] = -1;
    const last = this.#heap[--this.#size] as number;
    if (this.#size > 0) this.#sink(last);
    return node;
  }

  clear(): void {
    for (let place = 0; place < this.#size; place += 1) this.#places[this.#heap[place] as number] = -1;
    this.#size = 0;
  }

  #isNearer(one: number, other: number): boolean {
    const difference = (this.#distances[one] as number) - (this.#distances[other] as number);
    return difference < 0 || (difference === 0 && one < other);
  }

  #put(place: number, node: number): void {
    this.#heap[place] = node;
    this.#places[node] = place;
  }

  #rise(from: number, node: number): void {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = this.#heap[above] as number;
      if (!this.#isNearer(node, other)) break;
      this.#put(place, other);
      place = above;
    }
    this.#put(place, node);
  }

  #sink(node: number): void {
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= this.#size) break;
      if (below + 1 < this.#size && this.#isNearer(this.#heap[below + 1] as number, this.#heap[below] as number))
        below += 1;
      const other = this.#heap[below] as number;
      if (!this.#isNearer(other, node)) break;
      this.#put(place, other);
      place = below;
    }
    this.#put(place, node);
  }
}
