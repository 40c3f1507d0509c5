import { MAX_LIST_NESTING, passesLeafCheck } from './leaf-check.js';
import type { Conforms, Shape, ShapeField } from './shape.js';

/**
 * Marks the fields of a fetch whose objects may stand in the running answer as they were parsed, without a copy. Such an
 * object is never written to, so several places and operations may hold it. It must be the work of this fetch alone: where
 * another one writes too, a copy of the asked fields keeps a subgraph from adding what only the other one may say.
 *
 * @param path where the shape stands in the running answer, in the notation of footprints
 * @param isShared whether another fetch writes at a path or below it
 */
export function withPassThrough(shape: Shape, path: string, isShared: (path: string) => boolean): Shape {
  const fields = shape.fields.map((field): ShapeField => {
    if (field.shape === null) return field;
    const below = `${path}/${field.key}`;
    if (!isShared(below) && isPlain(field.shape)) return { ...field, conforms: lazily(field.shape) };
    return { ...field, shape: withPassThrough(field.shape, below, isShared) };
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

/**
 * Compiles the question whether a value has everything that a shape asks for, each of the right kind, so that it can be
 * passed through. Generated code reads each key at a place of its own, which is several times faster than a walk over the shape.
 */
export function compileConforms(shape: Shape): Conforms {
  const functions: string[] = [];
  const constants: unknown[] = [];
  const constant = (value: unknown): string => `c[${constants.push(value) - 1}]`;
  const add = ({ fields, typenames }: Shape): string => {
    const name = `f${functions.length}`;
    const index = functions.push('') - 1;
    const hasTypename = typenames.length > 0;
    const body = fields.map(({ guard, key, optional, shape: below, check }) => {
      // Without the type it is not known whether the field was asked.
      if (guard !== null && !hasTypename) return 'return false;';
      let isWrong = 'false';
      if (below !== null) isWrong = `!${add(below)}(x, 0)`;
      else if (check !== null) {
        const passes = constant(check);
        isWrong = `x !== null && !${passes}(x) && !passesList(x, ${passes})`;
      }
      const test = `x = v[${JSON.stringify(key)}];\nif (x === undefined ? ${String(!optional)} : ${isWrong}) return false;`;
      return guard === null ? test : `if (${constant(guard)}.has(t)) {\n${test}\n}`;
    });
    functions[index] = [
      `function ${name}(v, nesting) {`,
      'if (v === null) return true;',
      `if (typeof v !== 'object') return false;`,
      'if (Array.isArray(v)) {',
      `if (nesting === ${MAX_LIST_NESTING}) return false;`,
      `for (let i = 0; i < v.length; i++) if (!${name}(v[i], nesting + 1)) return false;`,
      'return true;',
      '}',
      ...(hasTypename ? ['const t = v.__typename;', `if (typeof t !== 'string') return false;`] : []),
      'let x;',
      ...body,
      'return true;',
      '}',
    ].join('\n');
    return name;
  };
  const entry = add(shape);
  // Whatever text of a document is in the code is a JSON string.
  const source = `'use strict';\n${functions.join('\n')}\nreturn (v) => ${entry}(v, 0);`;
  return new Function('c', 'passesList', source)(constants, passesLeafCheck) as Conforms;
}

/** Compiles at the first use. */
function lazily(shape: Shape): Conforms {
  let compiled: Conforms | null = null;
  return (value) => (compiled ??= compileConforms(shape))(value);
}
