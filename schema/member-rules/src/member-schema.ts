/** What has a value: a field, an argument or an input field. */
export interface MemberValue {
  readonly name: string;
  /** As it is printed, such as `[ID!]!`. */
  readonly type: string;
  /** The type inside of lists and non-nulls. */
  readonly named: string;
  readonly isInaccessible: boolean;
  readonly tags: ReadonlySet<string>;
  /** The guards as they are printed, such as `@policy(policies: [["a"]])`. */
  readonly guards: ReadonlySet<string>;
}

/** A field as one member declares it. Of an input field only the value counts. */
export interface MemberField extends MemberValue {
  readonly arguments: readonly MemberValue[];
  /** Another member resolves it; this one only names it. */
  readonly isExternal: boolean;
  readonly isShareable: boolean;
  /** The member whose field it replaces; null: none. */
  readonly overrides: string | null;
  /** A field set as it is written; null: none. */
  readonly requires: string | null;
  readonly provides: string | null;
}

/** What kind of type it is. */
export type TypeKind = 'scalar' | 'object' | 'interface' | 'union' | 'enum' | 'input';

/** A type as one member declares it, its extensions included. */
export interface MemberType {
  readonly name: string;
  readonly kind: TypeKind;
  readonly isInterfaceObject: boolean;
  readonly isInaccessible: boolean;
  readonly tags: ReadonlySet<string>;
  readonly guards: ReadonlySet<string>;
  /** The field sets by which its entities are found, as they are written. */
  readonly keys: readonly string[];
  readonly fields: ReadonlyMap<string, MemberField>;
  readonly interfaces: readonly string[];
  /** The types of a union. */
  readonly members: readonly string[];
  /** The values of an enum. */
  readonly values: readonly string[];
}

/** What one member brings into the graph. */
export interface MemberSchema {
  readonly name: string;
  readonly types: ReadonlyMap<string, MemberType>;
}

/** The types whose fields operations begin with, under their usual names. */
export const rootTypes: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);
