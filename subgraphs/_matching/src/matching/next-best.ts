import type { FlowNetwork } from '../flow/flow-network.js';
import { NodeQueue } from '../flow/node-queue.js';

/** What a unit costs more when the arc by which it flows is closed, and where it goes from the arc's tail then. */
export interface Detour {
  /** In the arcs' costs, 0 or more. */
  readonly cost: number;
  /** The next node. */
  readonly next: number;
}

/**
 * Detours around full arcs of a flow of least cost.
 *
 * When an arc is closed, its unit goes by the shortest way through what is left, from the arc's tail to its head: by exchanges among its like, or
 * by the sink, whence it takes back what another unit had. Ways by the sink are joined of two halves that one search each finds for all; the
 * exchanges are searched for from each head, no further than the way by the sink is long.
 */
export class Detours {
  readonly #network: FlowNetwork;
  readonly #potentials: Float64Array;
  readonly #sink: number;
  readonly #distances: Float64Array;
  readonly #ways: Int32Array;
  readonly #queue: NodeQueue;
  readonly #touched: number[] = [];
  readonly #toSink: { readonly distances: Float64Array; readonly ways: Int32Array };
  readonly #fromSink: Float64Array;

  /** @param potentials by which no arc that is left has a reduced cost below 0 */
  constructor(network: FlowNetwork, sink: number, potentials: Float64Array) {
    this.#network = network;
    this.#potentials = potentials;
    this.#sink = sink;
    this.#distances = new Float64Array(network.nodes).fill(Infinity);
    this.#ways = new Int32Array(network.nodes);
    this.#queue = new NodeQueue(this.#distances);
    this.#searchBack(sink, Infinity, []);
    this.#toSink = { distances: this.#distances.slice(), ways: this.#ways.slice() };
    this.#forget();
    this.#searchOn(sink);
    this.#fromSink = this.#distances.slice();
    this.#forget();
  }

  /** @param arcs full ones with one head @returns a detour for each, in their order */
  around(arcs: readonly number[]): Detour[] {
    const { heads, reverses, costs } = this.#network;
    const [one] = arcs;
    if (one === undefined) return [];
    const head = heads[one] as number;
    const tails = arcs.map((arc) => heads[reverses[arc] as number] as number);
    const bySink = tails.map((tail) => (this.#toSink.distances[tail] as number) + (this.#fromSink[head] as number));
    this.#searchBack(head, Math.max(...bySink), tails);
    const detours = tails.map((tail, at): Detour => {
      const direct = this.#distances[tail] as number;
      const [distance, way] =
        direct <= (bySink[at] as number)
          ? [direct, this.#ways[tail] as number]
          : [bySink[at] as number, this.#toSink.ways[tail] as number];
      const reduced =
        (costs[arcs[at] as number] as number) + (this.#potentials[tail] as number) - (this.#potentials[head] as number);
      return { cost: distance - reduced, next: heads[way] as number };
    });
    this.#forget();
    return detours;
  }

  /**
   * Finds the shortest way from each node to one, as far as they are no longer than that, until those from the wanted nodes are found; the sink
   * is passed only when it is the end.
   */
  #searchBack(to: number, longest: number, wanted: readonly number[]): void {
    const { first, heads, reverses, costs, left } = this.#network;
    let found = 0;
    this.#begin(to);
    while (this.#queue.size > 0) {
      const node = this.#queue.take();
      if (wanted.includes(node) && ++found === wanted.length) break;
      if (node === this.#sink && node !== to) continue;
      const base = (this.#distances[node] as number) - (this.#potentials[node] as number);
      for (let back = first[node] as number, end = first[node + 1] as number; back < end; back += 1) {
        const arc = reverses[back] as number;
        if (left[arc] === 0) continue;
        const tail = heads[back] as number;
        this.#offer(tail, base + (costs[arc] as number) + (this.#potentials[tail] as number), longest, arc);
      }
    }
    this.#queue.clear();
  }

  /** Finds the shortest way from one node to each. */
  #searchOn(from: number): void {
    const { first, heads, costs, left } = this.#network;
    this.#begin(from);
    while (this.#queue.size > 0) {
      const node = this.#queue.take();
      const base = (this.#distances[node] as number) + (this.#potentials[node] as number);
      for (let arc = first[node] as number, end = first[node + 1] as number; arc < end; arc += 1) {
        if (left[arc] === 0) continue;
        const head = heads[arc] as number;
        this.#offer(head, base + (costs[arc] as number) - (this.#potentials[head] as number), Infinity, arc);
      }
    }
  }

  #begin(node: number): void {
    this.#touched.push(node);
    this.#distances[node] = 0;
    this.#queue.lower(node);
  }

  #offer(node: number, distance: number, longest: number, way: number): void {
    if (distance >= (this.#distances[node] as number) || distance > longest) return;
    if (this.#distances[node] === Infinity) this.#touched.push(node);
    this.#distances[node] = distance;
    this.#ways[node] = way;
    this.#queue.lower(node);
  }

  #forget(): void {
    for (const node of this.#touched) this.#distances[node] = Infinity;
    this.#touched.length = 0;
  }
}
