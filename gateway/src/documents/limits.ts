import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import type { GatewayConfig } from '../config/config.js';
import { RequestError } from './request-error.js';

/** What a document may cost before anything is done with it. */
export type DocumentLimits = GatewayConfig['limits'];

/** Refuses a document whose fields are nested deeper than allowed, fragments followed. */
export function checkDepth(document: DocumentNode, maxDepth: number): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const heights = new Map<string, number>();
  const open = new Set<string>();
  // The height of a selection set, or anything above the limit as soon as it is passed.
  const height = (set: SelectionSetNode, depth: number): number => {
    if (depth > maxDepth) throw tooDeep(maxDepth);
    let highest = 0;
    for (const selection of set.selections) {
      let own = 0;
      if (selection.kind === Kind.FIELD) {
        own = 1 + (selection.selectionSet === undefined ? 0 : height(selection.selectionSet, depth + 1));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        own = height(selection.selectionSet, depth);
      } else {
        own = fragmentHeight(selection.name.value, depth);
      }
      highest = Math.max(highest, own);
    }
    return highest;
  };
  const fragmentHeight = (name: string, depth: number): number => {
    const known = heights.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    // A fragment that names itself is refused by validation.
    if (fragment === undefined || open.has(name)) return 0;
    open.add(name);
    const own = height(fragment.selectionSet, depth);
    open.delete(name);
    heights.set(name, own);
    return own;
  };
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION && height(node.selectionSet, 0) > maxDepth) throw tooDeep(maxDepth);
  }
}

/** The refusal of a document that is nested too deep. */
export function tooDeep(maxDepth: number): RequestError {
  return new RequestError(400, 'DEPTH_LIMIT_EXCEEDED', `The document is nested deeper than ${maxDepth} levels.`);
}
