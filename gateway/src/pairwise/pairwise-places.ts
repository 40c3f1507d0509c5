import { getNamedType, type GraphQLSchema } from 'graphql';
import type { IdPlaces } from '../execution/viewer-ids.js';
import { directiveText } from '../graphql/directive-value.js';
import { featureNames } from '../graphql/feature-names.js';
import { allPlaces, type Declared } from './id-places.js';
import { SupergraphError } from '../errors/supergraph-error.js';

/** An id that says nothing about a person and is the same for everybody. */
const PUBLIC_TAG = 'public';
/** A text that has an id in it, such as a cursor. */
export const PAIRWISE_TAG = 'pairwise';

/**
 * Reads from a supergraph where ids stand. Everything of type `ID` is one unless it is tagged `public`; a `String` is one
 * when it is tagged `pairwise`, which also wins over `public`. Throws {@link SupergraphError} when something else has
 * that tag: its values could not be replaced.
 */
export function readPairwisePlaces(schema: GraphQLSchema): IdPlaces {
  const tagsOf = tagsIn(schema);
  const places = new Set<string>();
  for (const [coordinate, place] of allPlaces(schema)) {
    const tags = tagsOf(place);
    const { name } = getNamedType(place.type);
    const isTagged = tags.has(PAIRWISE_TAG);
    if (isTagged && name !== 'ID' && name !== 'String') {
      throw new SupergraphError(`"${coordinate}" is tagged "${PAIRWISE_TAG}", which only ID and String can be.`);
    }
    if (isTagged || (name === 'ID' && !tags.has(PUBLIC_TAG))) places.add(coordinate);
  }
  return places;
}

/** Reads the tags of a field, an argument or an input field, whatever the directive is called in this supergraph. */
export function tagsIn(schema: GraphQLSchema): (place: Declared) => ReadonlySet<string | null> {
  const definitions = [schema.astNode, ...schema.extensionASTNodes].filter((node) => node != null);
  const names = featureNames('tag', { definitions });
  return ({ astNode }) =>
    new Set(
      (astNode?.directives ?? []).filter((one) => names.has(one.name.value)).map((one) => directiveText(one, 'name')),
    );
}
