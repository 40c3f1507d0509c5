import type { Message } from '@birlik/messages/message';
import {
  Kind,
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DocumentLimits } from './limits-config.js';
import { checkRepetition } from './repetition.js';
import { RequestError } from '../errors/request-error.js';
import { isDeepLiteral } from './value-depth.js';
import type { ErrorCode } from '../errors/error-codes.js';
import { explain } from '../errors/messages.js';

/** More on one field, fragment or operation serve nobody. */
const MAX_DIRECTIVES_ON_NODE = 5;
/** Some validation rules look at all fragments of each operation. */
const MAX_OPERATIONS = 50;
/** Selection sets that one field level may be wrapped into by fragments before the document counts as too deep. */
const SETS_PER_LEVEL = 4;

/** What the limits found about a document that is within them. */
export interface Inspection {
  /** Whether a fragment leads back to itself. Only the rule that refuses this may look at such a document. */
  readonly isCyclic: boolean;
}

/** The size of a selection set with its fragments followed. */
interface Size {
  /** Levels of fields. */
  height: number;
  /** Levels of selection sets, those of fragments included. */
  nesting: number;
  aliases: number;
  /** Fields and fragments. */
  selections: number;
  /** Fields on the level of the set itself. */
  ownFields: number;
}

/**
 * Refuses a document that is above one of the limits. Takes time in proportion to the document's text: each fragment is
 * measured once, however often it is used.
 */
export function checkLimits(document: DocumentNode, limits: DocumentLimits): Inspection {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operations = 0;
  let fragmentDefinitions = 0;
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) operations++;
    if (node.kind !== Kind.FRAGMENT_DEFINITION) continue;
    fragmentDefinitions++;
    fragments.set(node.name.value, node);
  }
  if (fragmentDefinitions > limits.fragments) {
    throw refusal('FRAGMENT_LIMIT_EXCEEDED', explain('too-many-fragments', { most: limits.fragments }));
  }
  if (operations > MAX_OPERATIONS) {
    throw refusal('OPERATION_LIMIT_EXCEEDED', explain('too-many-operations', { most: MAX_OPERATIONS }));
  }
  const { sizeOf, knows, isCyclic } = measuring(fragments, limits);
  let selections = 0;
  const roots: SelectionSetNode[] = [];
  for (const node of operationsFirst(document)) {
    // Fragments that no operation uses are refused by validation, which has to look at them for it.
    if (node.kind === Kind.FRAGMENT_DEFINITION && knows(node)) continue;
    const size = sizeOf(node);
    selections += size.selections;
    if (size.height > limits.depth || size.nesting > limits.depth * SETS_PER_LEVEL) throw tooDeep(limits.depth);
    if (selections > limits.fields) {
      throw refusal('FIELD_LIMIT_EXCEEDED', explain('too-many-fields', { most: limits.fields }));
    }
    if (size.aliases > limits.aliases) {
      throw refusal('ALIAS_LIMIT_EXCEEDED', explain('too-many-aliases', { most: limits.aliases }));
    }
    if (node.kind === Kind.OPERATION_DEFINITION && size.ownFields > limits.rootFields) {
      throw refusal('ROOT_FIELD_LIMIT_EXCEEDED', explain('too-many-root-fields', { most: limits.rootFields }));
    }
    roots.push(node.selectionSet);
  }
  if (!isCyclic()) for (const root of roots) checkRepetition(root, fragments);
  return { isCyclic: isCyclic() };
}

function operationsFirst({ definitions }: DocumentNode) {
  const executable = definitions.filter(
    (node) => node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION,
  );
  return executable.toSorted(
    (left, right) => Number(left.kind === Kind.FRAGMENT_DEFINITION) - Number(right.kind === Kind.FRAGMENT_DEFINITION),
  );
}

type Definition = ReturnType<typeof operationsFirst>[number];

/** Measures definitions and counts the directives met on the way. */
function measuring(fragments: ReadonlyMap<string, FragmentDefinitionNode>, limits: DocumentLimits) {
  const known = new Map<FragmentDefinitionNode, Size>();
  const open = new Set<FragmentDefinitionNode>();
  let isCyclic = false;
  let directives = 0;

  const checkValues = (given: readonly ArgumentNode[] | undefined): void => {
    for (const { value } of given ?? []) if (isDeepLiteral(value, limits.depth)) throw tooDeep(limits.depth);
  };

  const countDirectives = (nodes: readonly DirectiveNode[] | undefined): void => {
    if (nodes === undefined) return;
    const { length } = nodes;
    directives += length;
    if (directives > limits.directives || length > MAX_DIRECTIVES_ON_NODE) {
      throw refusal(
        'DIRECTIVE_LIMIT_EXCEEDED',
        explain('too-many-directives', { most: limits.directives, mostInPlace: MAX_DIRECTIVES_ON_NODE }),
      );
    }
    for (const directive of nodes) checkValues(directive.arguments);
  };

  const sizeOf = (node: Definition): Size => {
    if (node.kind === Kind.FRAGMENT_DEFINITION) return ofFragment(node, 1);
    countDirectives(node.directives);
    for (const { directives: own, defaultValue } of node.variableDefinitions ?? []) {
      countDirectives(own);
      if (defaultValue !== undefined && isDeepLiteral(defaultValue, limits.depth)) throw tooDeep(limits.depth);
    }
    return ofSet(node.selectionSet, 1);
  };

  const ofSet = (set: SelectionSetNode, nesting: number): Size => {
    // So deep a document is left before it can use up the stack.
    if (nesting > limits.depth * SETS_PER_LEVEL) throw tooDeep(limits.depth);
    const size = { height: 0, nesting: 1, aliases: 0, selections: 0, ownFields: 0 };
    for (const selection of set.selections) {
      countDirectives(selection.directives);
      size.selections++;
      const isField = selection.kind === Kind.FIELD;
      if (isField) {
        checkValues(selection.arguments);
        size.ownFields++;
        size.height = Math.max(size.height, 1);
        if (selection.alias !== undefined) size.aliases++;
      }
      const below = ofSelection(selection, nesting + 1);
      if (below === null) continue;
      size.height = Math.max(size.height, below.height + (isField ? 1 : 0));
      size.nesting = Math.max(size.nesting, below.nesting + 1);
      size.aliases += below.aliases;
      size.selections += below.selections;
      if (!isField) size.ownFields += below.ownFields;
    }
    return size;
  };

  const ofSelection = (selection: SelectionNode, nesting: number): Size | null => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      return fragment === undefined ? null : ofFragment(fragment, nesting);
    }
    return selection.selectionSet === undefined ? null : ofSet(selection.selectionSet, nesting);
  };

  const ofFragment = (fragment: FragmentDefinitionNode, nesting: number): Size => {
    const found = known.get(fragment);
    if (found !== undefined) return found;
    if (open.has(fragment)) {
      isCyclic = true;
      return { height: 0, nesting: 0, aliases: 0, selections: 0, ownFields: 0 };
    }
    open.add(fragment);
    countDirectives(fragment.directives);
    const size = ofSet(fragment.selectionSet, nesting);
    open.delete(fragment);
    known.set(fragment, size);
    return size;
  };

  return { sizeOf, knows: (fragment: FragmentDefinitionNode) => known.has(fragment), isCyclic: () => isCyclic };
}

/** The refusal of a document that is nested too deep. */
export function tooDeep(maxDepth: number): RequestError {
  return refusal('DEPTH_LIMIT_EXCEEDED', explain('too-deep', { most: maxDepth }));
}

function refusal(code: ErrorCode, explanation: Message): RequestError {
  return new RequestError(code, explanation);
}
