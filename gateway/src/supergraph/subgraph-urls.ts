import { SupergraphError } from '../errors/supergraph-error.js';

/**
 * The addresses of the subgraphs by name: those of the supergraph, replaced where the configuration has others. Throws
 * {@link SupergraphError} when one is missing, or when the configuration names a subgraph that there is not.
 */
export function subgraphUrls(
  routing: ReadonlyMap<string, string>,
  overrides: Readonly<Record<string, { readonly url?: string | undefined }>>,
): ReadonlyMap<string, string> {
  for (const name of Object.keys(overrides)) {
    if (!routing.has(name)) {
      throw new SupergraphError(`The configuration names "${name}", which is no subgraph of the supergraph.`);
    }
  }
  const urls = new Map<string, string>();
  for (const [name, routed] of routing) {
    const url = Object.hasOwn(overrides, name) ? (overrides[name]?.url ?? routed) : routed;
    const protocol = URL.parse(url)?.protocol;
    if (protocol !== 'http:' && protocol !== 'https:') {
      throw new SupergraphError(`The subgraph "${name}" has no http address; give one in the configuration.`);
    }
    urls.set(name, url);
  }
  return urls;
}
