import { isEnumType, isScalarType, type GraphQLNamedType } from 'graphql';
import type { Json } from '../subgraph/json.js';

/** Whether a single leaf value (never null, never a list) is one that its type can have. */
export type LeafCheck = (value: Json) => boolean;

const SCALAR_CHECKS: Readonly<Record<string, LeafCheck>> = {
  Int: (value) => Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_648,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
};

/** The check of a leaf type, or null where every JSON value is allowed (a custom scalar). */
export function leafCheck(type: GraphQLNamedType | undefined): LeafCheck | null {
  if (isEnumType(type)) {
    const names = new Set<Json>(type.getValues().map((value) => value.name));
    return (value) => names.has(value);
  }
  return isScalarType(type) && Object.hasOwn(SCALAR_CHECKS, type.name) ? (SCALAR_CHECKS[type.name] ?? null) : null;
}

/** No schema has lists of lists deeper than this; an answer that has them is malformed. */
export const MAX_LIST_NESTING = 8;

/** Applies a check to a value that may be a list of lists. */
export function passesLeafCheck(value: Json, check: LeafCheck, nesting = 0): boolean {
  if (value === null) return true;
  if (!Array.isArray(value)) return check(value);
  if (nesting === MAX_LIST_NESTING) return false;
  return (value as readonly Json[]).every((item) => passesLeafCheck(item, check, nesting + 1));
}
