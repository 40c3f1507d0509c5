import type { FlowNetwork } from './flow-network.js';
import { NodeQueue } from './node-queue.js';

/**
 * Flows of least cost, by successive shortest paths: each unit that is sent takes the cheapest way through what the units before it left,
 * theirs included, so the whole is of least cost after every unit (Ahuja, Magnanti, Orlin: Network Flows, 9.7).
 */
export class MinCostFlow {
  readonly network: FlowNetwork;
  readonly sink: number;
  /** By which the costs of all arcs that are left are at least 0 when reduced: cost + potential of the tail - potential of the head. */
  readonly potentials: Float64Array;
  readonly #distances: Float64Array;
  readonly #queue: NodeQueue;
  readonly #ways: Int32Array;
  readonly #settled: number[] = [];
  readonly #touched: number[] = [];

  /** @param network whose costs are all at least 0 and integers */
  constructor(network: FlowNetwork, sink: number) {
    this.network = network;
    this.sink = sink;
    this.potentials = new Float64Array(network.nodes);
    this.#distances = new Float64Array(network.nodes).fill(Infinity);
    this.#ways = new Int32Array(network.nodes);
    this.#queue = new NodeQueue(this.#distances);
  }

  /** Sends one unit from a node to the sink by the cheapest way. There has to be one. */
  send(from: number): void {
    const { heads, reverses, left } = this.network;
    this.#search(from);
    const whole = this.#distances[this.sink] as number;
    for (const node of this.#settled)
      this.potentials[node] = (this.potentials[node] as number) + (this.#distances[node] as number) - whole;
    for (let node = this.sink; node !== from;) {
      const arc = this.#ways[node] as number;
      left[arc] = (left[arc] as number) - 1;
      const reverse = reverses[arc] as number;
      left[reverse] = (left[reverse] as number) + 1;
      node = heads[reverses[arc] as number] as number;
    }
    for (const node of this.#touched) this.#distances[node] = Infinity;
  }

  /** Dijkstra's search by reduced costs, until the sink is the nearest. */
  #search(from: number): void {
    const { first, heads, costs, left } = this.network;
    const potentials = this.potentials;
    const distances = this.#distances;
    const queue = this.#queue;
    this.#settled.length = 0;
    this.#touched.length = 0;
    this.#touched.push(from);
    distances[from] = 0;
    queue.lower(from);
    while (queue.nearest !== this.sink) {
      const node = queue.take();
      this.#settled.push(node);
      const base = (distances[node] as number) + (potentials[node] as number);
      for (let arc = first[node] as number, end = first[node + 1] as number; arc < end; arc += 1) {
        if (left[arc] === 0) continue;
        const head = heads[arc] as number;
        const distance = base + (costs[arc] as number) - (potentials[head] as number);
        if (distance >= (distances[head] as number)) continue;
        // What lies behind the sink's distance can't be on the way.
        if (distance > (distances[this.sink] as number)) continue;
        if (distances[head] === Infinity) this.#touched.push(head);
        distances[head] = distance;
        this.#ways[head] = arc;
        queue.lower(head);
      }
    }
    queue.clear();
  }
}
