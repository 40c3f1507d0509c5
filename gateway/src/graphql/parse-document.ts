import {
  getOperationAST,
  GraphQLError,
  Kind,
  NoFragmentCyclesRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { checkLimits, tooDeep } from './limits.js';
import { RequestError } from '../errors/request-error.js';
import { ReservedNamesRule } from './reserved-names.js';
import type { DocumentLimits } from './limits-config.js';
import { explain } from '../errors/messages.js';

/** A document that is valid against the public schema, and the operation of it that is meant. */
export interface ParsedDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Is told how long the steps took; each ends when it is told. */
export interface PhaseObserver {
  phase(phase: 'parse' | 'validate', startedAt: number): void;
}

const RULES = [...specifiedRules, ReservedNamesRule];
const MAX_VALIDATION_ERRORS = 20;

/** Parses and validates, limits first. Throws {@link RequestError} when the document must not run. */
export function parseDocument(
  source: string,
  operationName: string | null,
  schema: GraphQLSchema,
  limits: DocumentLimits,
  observer: PhaseObserver | null = null,
): ParsedDocument {
  const document = parseAndValidate(source, schema, limits, observer);
  const operation = getOperationAST(document, operationName);
  if (operation == null) {
    const message = operationName === null ? explain('several-operations') : explain('no-such-operation');
    throw new RequestError('OPERATION_RESOLUTION_FAILURE', message);
  }
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  return { document, operation, fragments };
}

function parseAndValidate(
  source: string,
  schema: GraphQLSchema,
  limits: DocumentLimits,
  observer: PhaseObserver | null,
): DocumentNode {
  const { tokens: maxTokens, depth: maxDepth } = limits;
  try {
    const startedAt = performance.now();
    const document = parse(source, { maxTokens });
    observer?.phase('parse', startedAt);
    const { isCyclic } = checkLimits(document, limits);
    const parsedAt = performance.now();
    const rules = isCyclic ? [NoFragmentCyclesRule] : RULES;
    const errors = validate(schema, document, rules, { maxErrors: MAX_VALIDATION_ERRORS });
    observer?.phase('validate', parsedAt);
    if (errors.length > 0) throw RequestError.from('GRAPHQL_VALIDATION_FAILED', errors);
    return document;
  } catch (error) {
    // A document nested so deep that the parser or a rule ran out of stack.
    if (error instanceof RangeError) throw tooDeep(maxDepth);
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('Parsing aborted')) {
      throw new RequestError('TOKEN_LIMIT_EXCEEDED', explain('too-many-tokens', { most: maxTokens }));
    }
    throw RequestError.from('GRAPHQL_PARSE_FAILED', [error]);
  }
}
