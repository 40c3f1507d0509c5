/** A network through which units flow at a cost, as it is built. Nodes are numbers from 0. */
export interface FlowNetworkBuilder {
  /** @returns the number of a new node */
  addNode(): number;
  /** @returns the arc's place in the order of adding; `FlowNetwork.arcs` has its number */
  addArc(from: number, to: number, capacity: number, cost: number): number;
  build(): FlowNetwork;
}

/**
 * A network in the form in which it is searched: each arc and its reverse, sorted by the node in which they begin. What is left of an
 * arc's capacity changes as units flow; all else stays.
 */
export interface FlowNetwork {
  readonly nodes: number;
  /** The first arc of each node; the next node's first is the end. */
  readonly first: Int32Array;
  /** The node in which each arc ends. */
  readonly heads: Int32Array;
  /** The other direction of each arc. */
  readonly reverses: Int32Array;
  readonly costs: Float64Array;
  /** What can still flow through each arc. */
  readonly left: Int32Array;
  /** The number of each arc, in the order of adding. */
  readonly arcs: Int32Array;
}

export function flowNetworkBuilder(): FlowNetworkBuilder {
  let nodes = 0;
  const tails: number[] = [];
  const heads: number[] = [];
  const capacities: number[] = [];
  const costs: number[] = [];
  return {
    addNode: () => nodes++,
    addArc(from, to, capacity, cost) {
      tails.push(from);
      heads.push(to);
      capacities.push(capacity);
      return costs.push(cost) - 1;
    },
    build() {
      const count = tails.length;
      const first = new Int32Array(nodes + 1);
      const ends = (at: number): [number, number] => [tails[at] ?? 0, heads[at] ?? 0];
      for (let at = 0; at < count; at += 1)
        for (const node of ends(at)) first[node + 1] = (first[node + 1] as number) + 1;
      for (let node = 0; node < nodes; node += 1)
        first[node + 1] = (first[node + 1] as number) + (first[node] as number);
      const free = first.slice();
      const network: FlowNetwork = {
        nodes,
        first,
        heads: new Int32Array(2 * count),
        reverses: new Int32Array(2 * count),
        costs: new Float64Array(2 * count),
        left: new Int32Array(2 * count),
        arcs: new Int32Array(count),
      };
      for (let at = 0; at < count; at += 1) {
        const [tail, head] = ends(at);
        const arc = (free[tail] as number)++;
        const reverse = (free[head] as number)++;
        network.arcs[at] = arc;
        network.heads[arc] = head;
        network.heads[reverse] = tail;
        network.reverses[arc] = reverse;
        network.reverses[reverse] = arc;
        network.costs[arc] = costs[at] as number;
        network.costs[reverse] = -(costs[at] as number);
        network.left[arc] = capacities[at] as number;
      }
      return network;
    },
  };
}
