import { hash } from 'node:crypto';
import { getNamedType, isAbstractType, isCompositeType, Kind, print } from 'graphql';
import type { OperationKind } from '../../subgraph/fetch-template.js';
import type { TypeSystem } from '../../graphql/type-system.js';
import type { BatchFetchNode, EntityBatchAlias, FetchNode, RequiresSelection } from '../../planning/plan.js';
import type { OperationDocument } from '../../graphql/operation-document.js';
import type { FetchSharing, SharedPart } from '../../subgraph/fetch-sharing.js';
import { publicEntitySeconds, publicSeconds } from './cache-hints.js';
import { entityTags } from './entity-tags.js';
import { requiresHidden, selectsHidden } from './hidden-fields.js';
import { rootFields, type SelectedField } from './selected-field.js';

/** What compiling a fetch knows beside its node. */
export interface SharingContext {
  readonly kind: OperationKind;
  /** The JSON text of the body up to the value of `variables`. */
  readonly head: string;
  readonly types: TypeSystem;
}

/**
 * What other operations may have in common with a fetch; null when nothing: mutations, and fetches that ask for
 * something `@inaccessible` or send it on.
 */
export function compileSharing(
  node: FetchNode | BatchFetchNode,
  document: OperationDocument,
  { kind, head, types }: SharingContext,
): FetchSharing | null {
  if (kind === 'mutation') return null;
  const groups = entityGroups(node);
  if (groups.some(({ requires }) => requiresHidden(requires, null, types))) return null;

  const { operation, fragments } = document;
  const roots = rootFields(document, types);
  const parts = groups.map(({ alias, requires }) => ({
    alias,
    requires,
    root: roots.find(({ key }) => key === alias),
  }));
  const fields = groups.length === 0 ? roots : parts.flatMap(({ root }) => root?.below ?? []);
  if (fields.length === 0 || selectsHidden(fields, types)) return null;

  const { serviceName: service } = node;
  const digest = (...texts: readonly string[]) => hash('sha256', JSON.stringify([service, ...texts]), 'base64url');
  const fragmentText = [...fragments.values()].map((fragment) => print(fragment)).join(' ');
  const shared = (key: string, below: readonly SelectedField[], seconds: number): SharedPart => ({
    key,
    publicSeconds: seconds,
    typeTags: [...typeNames(below, types)].map((name) => `type:${name}`),
  });
  return {
    key: digest(head),
    root: shared(digest(head), roots, groups.length === 0 ? publicSeconds(roots, types) : 0),
    entities: parts.map(({ requires, root }) => {
      const below = root?.below ?? [];
      // The alias is the planner's; entities asked for the same fields are the same under any.
      const selection = operation.selectionSet.selections.find(
        (one) => one.kind === Kind.FIELD && (one.alias ?? one.name).value === root?.key,
      );
      const text = selection?.kind === Kind.FIELD ? print(selection.selectionSet ?? selection) : head;
      const definitions = (operation.variableDefinitions ?? [])
        .filter(({ variable }) => `${text} ${fragmentText}`.includes(`$${variable.name.value}`))
        .map((definition) => print(definition));
      return shared(
        digest(text, fragmentText, ...definitions),
        below,
        publicEntitySeconds(below, givenNames(requires), types),
      );
    }),
    entityTags: entityTags(types.schema),
  };
}

function entityGroups(node: FetchNode | BatchFetchNode): Pick<EntityBatchAlias, 'alias' | 'requires'>[] {
  if (node.kind === 'BatchFetch') return [...node.entityBatch.aliases];
  return node.requires == null || node.requires.length === 0 ? [] : [{ alias: '_entities', requires: node.requires }];
}

/** The leaves that a request itself names of each entity. */
function givenNames(requires: readonly RequiresSelection[]): ReadonlySet<string> {
  return new Set(
    requires.flatMap((selection) => {
      if (selection.kind === 'InlineFragment') return [...givenNames(selection.selections)];
      return selection.kind === 'Field' && selection.selections == null ? [selection.name] : [];
    }),
  );
}

function typeNames(fields: readonly SelectedField[], types: TypeSystem, names = new Set<string>()): Set<string> {
  for (const { parent, definitions, below } of fields) {
    const found = [parent, ...definitions.map((definition) => getNamedType(definition.type))];
    for (const type of found) {
      if (type === null || !isCompositeType(type) || type === types.schema.getQueryType()) continue;
      names.add(type.name);
      if (isAbstractType(type)) for (const member of types.schema.getPossibleTypes(type)) names.add(member.name);
    }
    if (below !== null) typeNames(below, types, names);
  }
  return names;
}
