import { LRUCache } from 'lru-cache';
import type { GraphQLSchema } from 'graphql';
import type { Viewer } from '../identity/viewer.js';
import type { ParsedDocument } from '../graphql/parse-document.js';
import { meets } from './clause.js';
import type { Policies } from './clause.js';
import type { Requirements } from './requirements.js';
import { createRights, operationNeeds, type Rights } from './rights.js';
import { specializeDocument, type SpecializedDocument } from './specialized-document.js';

/** An operation that touches something guarded. */
export interface GuardedOperation {
  /** Stands for the client's document wherever it is planned and answered. */
  readonly document: SpecializedDocument;
  /** The rights of those who meet nothing. */
  readonly noRights: Rights;
  /**
   * Makes what hangs on the rights of the viewer, once for all viewers who meet the same of the operation's conditions.
   *
   * @param make gets null for those who may see everything
   */
  perViewer<Made>(make: (rights: Rights | null) => Made, policies: Policies): (viewer: Viewer | null) => Made;
}

/** The operation of one document may be asked with so many different sets of rights before the oldest is forgotten. */
const MAX_VARIANTS = 64;

/** Finds what an operation touches; null when nothing of it is guarded. */
export function guardOperation(
  parsed: Pick<ParsedDocument, 'operation' | 'fragments'>,
  schema: GraphQLSchema,
  requirements: Requirements,
): GuardedOperation | null {
  if (requirements.isEmpty) return null;
  const document = specializeDocument(parsed, schema, (name) => isGuardedInterface(name, schema, requirements));
  const needs = operationNeeds(document, requirements, schema);
  if (needs.all.size === 0) return null;
  const clauses = [...needs.all];
  const rightsOf = (met: ReadonlySet<string>): Rights =>
    createRights(document, needs, schema, (rule) => [...rule.keys()].every((key) => met.has(key)));
  return {
    document,
    noRights: rightsOf(new Set()),
    perViewer: <Made>(make: (rights: Rights | null) => Made, policies: Policies) => {
      const made = new LRUCache<string, { readonly value: Made }>({ max: MAX_VARIANTS });
      return (viewer) => {
        let bits = '';
        for (const [, clause] of clauses) bits += meets(clause, viewer, policies) ? '1' : '0';
        let found = made.get(bits);
        if (found === undefined) {
          const met = new Set(clauses.filter((_, index) => bits[index] === '1').map(([key]) => key));
          found = { value: make(met.size === clauses.length ? null : rightsOf(met)) };
          made.set(bits, found);
        }
        return found.value;
      };
    },
  };
}

function isGuardedInterface(name: string, schema: GraphQLSchema, requirements: Requirements): boolean {
  const type = schema.getType(name);
  const fields = type !== undefined && 'getFields' in type ? Object.keys(type.getFields()) : [];
  return requirements.ofType(name).size > 0 || fields.some((field) => requirements.ofField(name, field).size > 0);
}
