/** What `JSON.parse` can answer. Objects in it come from another party: read only keys that were asked for. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A parsed JSON object, which has `Object.prototype` behind it: read it with {@link readOwn} only. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a parsed value is an object (not null, not a list). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a key that the object itself has; inherited names such as `constructor` answer undefined. */
export function readOwn(source: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(source, key) ? source[key] : undefined;
}

/** Whether a parsed value has at most so many levels of objects and lists. */
export function nestsWithin(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((below: Json) => nestsWithin(below, levels - 1));
}

/** Any value as JSON text; undefined when a subgraph nested it deeper than the stack. */
export function jsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
