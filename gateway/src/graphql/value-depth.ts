import { Kind, type ValueNode } from 'graphql';

/** Whether a literal has more lists and objects in each other than allowed. */
export function isDeepLiteral(node: ValueNode, most: number): boolean {
  if (node.kind === Kind.LIST) return most === 0 || node.values.some((value) => isDeepLiteral(value, most - 1));
  if (node.kind !== Kind.OBJECT) return false;
  return most === 0 || node.fields.some(({ value }) => isDeepLiteral(value, most - 1));
}

/** Whether a JSON value has more lists and objects in each other than allowed. */
export function isDeepJson(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (most === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeepJson(item, most - 1));
  for (const key in value) if (isDeepJson((value as Readonly<Record<string, unknown>>)[key], most - 1)) return true;
  return false;
}
