import type { OwnPart } from '../supergraph/own-part.js';
import type { AskSubgraph } from '../subgraph/subgraph-request.js';

/** A part of the graph with what answers it, in this process. */
export interface AnsweredPart extends OwnPart {
  readonly answer: AskSubgraph;
}

/** Asks subgraphs, and the part in this process instead of a subgraph of its name. */
export function askWith(part: AnsweredPart | null, ask: AskSubgraph): AskSubgraph {
  if (part === null) return ask;
  const { name, answer } = part;
  return (request) => (request.template.service === name ? answer(request) : ask(request));
}
