import { isEnumType, type GraphQLEnumType, type GraphQLScalarType } from 'graphql';
import type { ViewerIds } from './viewer-ids.js';
import { jsonText } from '../subgraph/json.js';
import type { StateValue } from './state.js';

/** Writes a leaf as JSON text; undefined when the value is not one of its type. */
export type LeafWriter = (value: StateValue, ids: ViewerIds | null) => string | undefined;

const LONG = 200;
const PLAIN = /^[\u0020\u0021\u0023-\u005b\u005d-\ud7ff\ue000-\uffff]*$/;

/**
 * Whether a string stands in JSON between quotes as it is: without quotes, backslashes, control characters and surrogates.
 * Long ones are not looked at, since `JSON.stringify` takes no longer.
 */
export function isPlain(value: string): boolean {
  // A loop over the characters is quicker by itself, but where it is inlined V8 no longer specialises the code around it.
  return value.length < LONG && PLAIN.test(value);
}

/** A string as JSON text. */
export function jsonString(value: string): string {
  return isPlain(value) ? `"${value}"` : JSON.stringify(value);
}

const writeInt: LeafWriter = (value) =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2_147_483_648 ? String(value) : undefined;
const writeFloat: LeafWriter = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? JSON.stringify(value) : undefined;
const writeString: LeafWriter = (value) => (typeof value === 'string' ? jsonString(value) : undefined);
const writeBoolean: LeafWriter = (value) => (typeof value === 'boolean' ? String(value) : undefined);
const writeId: LeafWriter = (value) =>
  typeof value === 'string' ? jsonString(value) : Number.isInteger(value) ? `"${String(value as number)}"` : undefined;

const BUILT_IN: Readonly<Record<string, LeafWriter>> = {
  Int: writeInt,
  Float: writeFloat,
  String: writeString,
  Boolean: writeBoolean,
  ID: writeId,
};

/** The writer of a leaf type. A custom scalar takes any JSON, as only its subgraph knows its form. */
export function leafWriter(type: GraphQLScalarType | GraphQLEnumType): LeafWriter {
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
    return (value) => (typeof value === 'string' ? texts.get(value) : undefined);
  }
  const builtIn = Object.hasOwn(BUILT_IN, type.name) ? BUILT_IN[type.name] : undefined;
  return builtIn ?? jsonText;
}

/** The writer of an id, or of a text with an id in it, as the viewer sees it. Without a viewer's ids it writes nothing. */
export function pseudonymWriter(type: GraphQLScalarType | GraphQLEnumType): LeafWriter {
  const takesNumbers = type.name === 'ID';
  return (value, ids) => {
    if (ids === null) return undefined;
    if (typeof value === 'string') return `"${ids.hide(value)}"`;
    return takesNumbers && Number.isInteger(value) ? `"${ids.hide(String(value as number))}"` : undefined;
  };
}
