import {
  getNamedType,
  isInputObjectType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
} from 'graphql';
import { RequestError } from '../errors/request-error.js';
import type { ViewerIds, IdPlaces } from '../execution/viewer-ids.js';
import { explain } from '../errors/messages.js';

/** Puts ids in the place of a sector's pseudonyms, in a value that has been coerced. Throws {@link RequestError}. */
export type RevealValue = (value: unknown, ids: ViewerIds) => unknown;

/**
 * The id of a pseudonym. Throws {@link RequestError} for anything else, in the same words whatever it is: nobody learns
 * whether there is such a person.
 */
export function revealId(pseudonym: string, ids: ViewerIds): string {
  const id = ids.reveal(pseudonym);
  if (id !== null) return id;
  throw new RequestError('BAD_USER_INPUT', explain('id-not-given'));
}

/** Knows what in the values of input types are pseudonyms. */
export class ValueRevealer {
  readonly #places: IdPlaces;
  readonly #objects = new Map<GraphQLInputObjectType, RevealValue>();

  constructor(places: IdPlaces) {
    this.#places = places;
  }

  /** Whether values of a type hold pseudonyms, as an argument or input field that is a place for them or not. */
  concerns(type: GraphQLInputType, isPlace: boolean): boolean {
    const named = getNamedType(type);
    return isInputObjectType(named) ? this.#reaches(named, new Set()) : isPlace;
  }

  /** The revealing of values that {@link concerns} is true for. */
  of(type: GraphQLNamedInputType): RevealValue {
    if (!isInputObjectType(type)) return revealText;
    let reveal = this.#objects.get(type);
    if (reveal === undefined) {
      reveal = this.#compile(type);
      this.#objects.set(type, reveal);
    }
    return reveal;
  }

  /** Whether a field of an input type, or one below it, is a place for pseudonyms. Input types may contain themselves. */
  #reaches(type: GraphQLInputObjectType, seen: Set<GraphQLInputObjectType>): boolean {
    if (seen.has(type)) return false;
    seen.add(type);
    return Object.values(type.getFields()).some((field) => {
      const named = getNamedType(field.type);
      return isInputObjectType(named) ? this.#reaches(named, seen) : this.#places.has(`${type.name}.${field.name}`);
    });
  }

  #compile(type: GraphQLInputObjectType): RevealValue {
    const fields = Object.values(type.getFields())
      .filter((field) => this.concerns(field.type, this.#places.has(`${type.name}.${field.name}`)))
      .map(({ name, type: fieldType }) => ({ name, type: getNamedType(fieldType) }));
    const reveal: RevealValue = (value, ids) => {
      if (Array.isArray(value)) return value.map((item) => reveal(item, ids));
      if (typeof value !== 'object' || value === null) return value;
      const revealed: Record<string, unknown> = { ...value };
      for (const field of fields) {
        if (Object.hasOwn(revealed, field.name)) {
          revealed[field.name] = this.of(field.type)(revealed[field.name], ids);
        }
      }
      return revealed;
    };
    return reveal;
  }
}

const revealText: RevealValue = (value, ids) => {
  if (Array.isArray(value)) return value.map((item) => revealText(item, ids));
  return typeof value === 'string' ? revealId(value, ids) : value;
};
