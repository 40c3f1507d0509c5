import { commonTypes, grantScalar, grantTag, pairwiseTag, publicTag, relationScalar } from './contract.js';
import { rootTypes, type MemberField, type MemberSchema, type MemberType, type MemberValue } from './member-schema.js';

/** All members side by side: who declares what, and what of it is personal. */
export class Federation {
  readonly members: readonly MemberSchema[];
  /** The member that decides, and resolves what is found of a person everywhere. */
  readonly office: string;
  readonly #declared = new Map<string, Map<string, MemberType>>();
  readonly #persons = new Set<string>();
  readonly #personal: ReadonlySet<string>;

  constructor(members: readonly MemberSchema[], office: string) {
    this.members = members;
    this.office = office;
    for (const { name, types } of members) {
      for (const type of types.values()) {
        const declared = this.#declared.get(type.name) ?? new Map<string, MemberType>();
        this.#declared.set(type.name, declared.set(name, type));
      }
    }
    for (const [name, declared] of this.#declared) {
      const fields = [...(declared.get(office)?.fields.values() ?? [])];
      if (!rootTypes.has(name) && fields.some((field) => isGrant(field))) this.#persons.add(name);
    }
    this.#personal = this.#closure();
  }

  /** Every declaration of a type, by member. */
  declarations(type: string): ReadonlyMap<string, MemberType> {
    return this.#declared.get(type) ?? new Map();
  }

  /** The members that resolve a field. */
  ownersOf(type: string, field: string): readonly string[] {
    return this.#fields(type, field).flatMap(({ member, own }) => (own.isExternal ? [] : [member]));
  }

  /** The type of a field; null when nobody declares it. */
  namedOf(type: string, field: string): string | null {
    return this.#fields(type, field)[0]?.own.named ?? null;
  }

  /** A type that is about one person as a whole: it has decisions. */
  isPerson(type: string): boolean {
    return this.#persons.has(type);
  }

  /** A type that is about a person, by itself or by a relation, or that has an id which not everybody may know. */
  isPersonal(type: string): boolean {
    return this.#personal.has(type);
  }

  /** Whether a field tells something of a person, or an id which not everybody may know. */
  isPersonalField(type: string, field: string): boolean {
    const named = this.namedOf(type, field);
    return (
      this.isPersonal(type) ||
      (named !== null && this.isPersonal(named)) ||
      this.#fields(type, field).some(({ own }) => isHidden(own))
    );
  }

  /**
   * The members for whose category a field brings the decision, by what the office says; undefined when it brings none.
   * Only one is right.
   */
  grantOwners(type: string, field: string): readonly string[] | undefined {
    const fields = this.#fields(type, field);
    if (!fields.some(({ own }) => isGrant(own))) return undefined;
    const said = fields.filter(({ member }) => member === this.office).flatMap(({ own }) => [...own.tags]);
    return said.filter((tag) => tag.startsWith(grantTag)).map((tag) => tag.slice(grantTag.length));
  }

  /** The members that own a personal category. */
  categoryOwners(): ReadonlySet<string> {
    const owners = [...this.#persons].flatMap((type) =>
      [...(this.declarations(type).get(this.office)?.fields.values() ?? [])].flatMap(
        (field) => this.grantOwners(type, field.name) ?? [],
      ),
    );
    return new Set(owners);
  }

  #fields(type: string, field: string): readonly { readonly member: string; readonly own: MemberField }[] {
    return [...this.declarations(type)].flatMap(([member, { fields }]) => {
      const own = fields.get(field);
      return own === undefined ? [] : [{ member, own }];
    });
  }

  /** What is reached from a person without passing something that everybody may know, and what has ids that not everybody may. */
  #closure(): ReadonlySet<string> {
    const personal = new Set(this.#persons);
    for (const [name, declared] of this.#declared) {
      if (commonTypes.has(name) || rootTypes.has(name)) continue;
      const isClosed = [...declared.values()].some(
        (type) =>
          isComposite(type) &&
          [...type.fields.values()].some(
            (field) => (field.name === 'id' && isHidden(field)) || field.named === relationScalar,
          ),
      );
      if (isClosed) personal.add(name);
    }
    // What is added while the loop runs is walked as well.
    for (const name of personal) {
      for (const type of this.declarations(name).values()) {
        const next = [...[...type.fields.values()].map(({ named }) => named), ...type.members];
        for (const other of next) if (this.#isPart(other)) personal.add(other);
      }
    }
    return personal;
  }

  /** A type that has no key of its own by which everybody may find it. */
  #isPart(name: string): boolean {
    if (commonTypes.has(name)) return false;
    const declared = [...this.declarations(name).values()];
    return declared.some(isComposite) && !declared.some(({ keys }) => keys.length > 0);
  }
}

/** Whether a value brings a decision. */
export const isGrant = ({ named, tags }: MemberValue): boolean =>
  named === grantScalar || [...tags].some((tag) => tag.startsWith(grantTag));

/** Whether a value is an id, or has one in it, that each viewer has of its own. */
const isHidden = ({ named, tags }: MemberValue): boolean =>
  tags.has(pairwiseTag) || (named === 'ID' && !tags.has(publicTag));

const isComposite = ({ kind }: MemberType): boolean => kind === 'object' || kind === 'interface' || kind === 'union';
