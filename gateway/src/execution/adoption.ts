import type { Json, JsonObject } from './json.js';
import { MAX_LIST_NESTING, passesLeafCheck } from './leaf-check.js';
import type { Shape, ShapeField } from './shape.js';

/**
 * Marks the fields of a fetch whose objects may stand in the running answer as they were parsed, without a copy. Such an
 * object is never written to, so several places and operations may hold it. It must be the work of this fetch alone: where
 * another one writes too, a copy of the asked fields keeps a subgraph from adding what only the other one may say.
 *
 * @param path where the shape stands in the running answer, in the notation of footprints
 * @param isShared whether another fetch writes at a path or below it
 */
export function withAdoption(shape: Shape, path: string, isShared: (path: string) => boolean): Shape {
  const fields = shape.fields.map((field): ShapeField => {
    if (field.shape === null) return field;
    const below = `${path}/${field.key}`;
    if (!isShared(below) && isPlain(field.shape)) return { ...field, adopts: true };
    return { ...field, shape: withAdoption(field.shape, below, isShared) };
  });
  return { ...shape, fields };
}

/** Whether the running answer has the same keys as the subgraph's answer, and none that every object inherits. */
function isPlain({ fields, typenames }: Shape): boolean {
  return (
    typenames.every((key) => key === '__typename') &&
    fields.every(
      ({ source, key, shape }) => source === key && !(key in Object.prototype) && (shape === null || isPlain(shape)),
    )
  );
}

/** Whether a value has everything that was asked for, each of the right kind, so that it can be adopted. */
export function conforms(value: Json, shape: Shape, nesting = 0): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) {
    if (nesting === MAX_LIST_NESTING) return false;
    for (let index = 0; index < value.length; index++) {
      if (!conforms(value[index] as Json, shape, nesting + 1)) return false;
    }
    return true;
  }
  return typeof value === 'object' && objectConforms(value as JsonObject, shape);
}

function objectConforms(source: JsonObject, { fields, typenames }: Shape): boolean {
  const typename = typenames.length === 0 ? undefined : source['__typename'];
  if (typenames.length > 0 && typeof typename !== 'string') return false;
  for (let index = 0; index < fields.length; index++) {
    const { guard, key, optional, shape, check } = fields[index] as ShapeField;
    if (guard !== null) {
      // Without the type it is not known whether the field was asked.
      if (typeof typename !== 'string') return false;
      if (!guard.has(typename)) continue;
    }
    const value = source[key];
    if (value === undefined) {
      if (!optional) return false;
    } else if (shape !== null) {
      if (!conforms(value, shape)) return false;
    } else if (check !== null && value !== null && !check(value) && !passesLeafCheck(value, check)) return false;
  }
  return true;
}
