import { Kind, print, type ConstDirectiveNode, type ConstValueNode, type TypeNode } from 'graphql';

/** A directive's argument. */
export const argumentOf = (directive: ConstDirectiveNode, name: string): ConstValueNode | undefined =>
  directive.arguments?.find((argument) => argument.name.value === name)?.value;

/** A directive's argument as text; null when there is none, or no text. */
export function textOf(directive: ConstDirectiveNode, name: string): string | null {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : null;
}

/** Whether a directive's argument is `true`. */
export function isTrue(directive: ConstDirectiveNode, name: string): boolean {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.BOOLEAN && value.value;
}

/** What stands where a field set was expected and none can be read: it parses as nothing. */
const unreadable = '{';

/** A field set as it is written; null: none. Something of another form comes as a text that does not parse. */
export function fieldSetOf(directive: ConstDirectiveNode | undefined, name = 'fields'): string | null {
  const value = directive === undefined ? undefined : argumentOf(directive, name);
  if (value === undefined) return null;
  if (value.kind === Kind.STRING) return value.value;
  if (value.kind !== Kind.LIST) return unreadable;
  return value.values.map((item) => (item.kind === Kind.STRING ? item.value : unreadable)).join(' ');
}

/** The type inside of lists and non-nulls. */
export const namedTypeOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);

const guardNames: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy']);

/** The tags, the guards and whether clients see it, of what has these directives under their usual names. */
export function marksOf(directives: readonly ConstDirectiveNode[]): {
  readonly isInaccessible: boolean;
  readonly tags: ReadonlySet<string>;
  readonly guards: ReadonlySet<string>;
} {
  const named = (name: string) => directives.filter((directive) => directive.name.value === name);
  return {
    isInaccessible: named('inaccessible').length > 0,
    tags: new Set(named('tag').flatMap((tag) => textOf(tag, 'name') ?? [])),
    guards: new Set(directives.filter(({ name }) => guardNames.has(name.value)).map((guard) => print(guard))),
  };
}
