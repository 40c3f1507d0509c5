import type { GraphQLSchema } from 'graphql';
import type { Generation } from '../generations/generation.js';
import { readMemberSchemas, type MemberSchemas } from './member-schemas.js';

/** What a change means for clients, the gravest first. */
export const GRAVITIES = ['BREAKING', 'DANGEROUS', 'SAFE'] as const;

export type Gravity = (typeof GRAVITIES)[number];

/** Something that changed for clients. */
export interface SchemaDifference {
  readonly path: string;
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly gravity: Gravity;
  readonly members: readonly string[];
  readonly message: string;
}

/** A supergraph that came. */
export interface SchemaChange {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly hash: string | null;
  readonly outcome: 'FIRST' | 'SERVED' | 'REFUSED';
  readonly reason: string | null;
  readonly breaking: number;
  readonly dangerous: number;
  readonly safe: number;
  readonly changes: readonly SchemaDifference[];
}

/** The schema of a member and since when it is served, in milliseconds since 1970. */
export interface MemberVersion {
  readonly hash: string;
  readonly since: number;
}

interface Served {
  readonly schema: GraphQLSchema;
  readonly members: MemberSchemas;
}

const MAX_ENTRIES = 30;
const MAX_CHANGES = 50;
const MAX_REASON = 2_000;

/** The supergraphs that were served or refused since the process began, and what changed with each; the oldest are forgotten. */
export class SchemaHistory {
  readonly #entries: SchemaChange[] = [];
  readonly #versions = new Map<string, MemberVersion>();
  #last: Served | null = null;
  /** Comparing takes a while, so one comes after the other, beside what is served. */
  #comparing: Promise<void> = Promise.resolve();

  /** A supergraph is served from now on. */
  served({ hash, supergraph }: Pick<Generation, 'hash' | 'supergraph'>): void {
    const at = Date.now();
    const before = this.#last;
    const after = { schema: supergraph.schema, members: readMemberSchemas(supergraph.document) };
    this.#last = after;
    for (const name of this.#versions.keys()) if (!after.members.hashes.has(name)) this.#versions.delete(name);
    for (const [name, own] of after.members.hashes) {
      if (this.#versions.get(name)?.hash !== own) this.#versions.set(name, { hash: own, since: at });
    }
    this.#comparing = this.#comparing.then(async () => {
      const differences = before === null ? [] : await compare(before, after);
      const count = (gravity: Gravity) => differences.filter((one) => one.gravity === gravity).length;
      this.#add({
        at,
        hash,
        outcome: before === null ? 'FIRST' : 'SERVED',
        reason: null,
        breaking: count('BREAKING'),
        dangerous: count('DANGEROUS'),
        safe: count('SAFE'),
        changes: differences.slice(0, MAX_CHANGES),
      });
    });
  }

  /** A supergraph was refused. */
  refused(reason: string): void {
    const at = Date.now();
    const none = { breaking: 0, dangerous: 0, safe: 0, changes: [] };
    this.#comparing = this.#comparing.then(() =>
      this.#add({ at, hash: null, outcome: 'REFUSED', reason: reason.slice(0, MAX_REASON), ...none }),
    );
  }

  /** The newest first. */
  async entries(): Promise<readonly SchemaChange[]> {
    await this.#comparing;
    return this.#entries.toReversed();
  }

  /** Null: it is no member of the supergraph that is served. */
  versionOf(member: string): MemberVersion | null {
    return this.#versions.get(member) ?? null;
  }

  #add(entry: SchemaChange): void {
    this.#entries.push(entry);
    if (this.#entries.length > MAX_ENTRIES) this.#entries.shift();
  }
}

/** The differences, the gravest first. The library takes 10 MB, so it is loaded with the first supergraph that changes something. */
async function compare(before: Served, after: Served): Promise<readonly SchemaDifference[]> {
  const { diff, CriticalityLevel } = await import('@graphql-inspector/core');
  const gravityOf = {
    [CriticalityLevel.Breaking]: 0,
    [CriticalityLevel.Dangerous]: 1,
    [CriticalityLevel.NonBreaking]: 2,
  };
  const changes = await diff(before.schema, after.schema);
  return changes
    .map(({ path, type, message, criticality }): SchemaDifference => {
      const place = path ?? 'schema';
      const kind = type.endsWith('_ADDED') ? 'ADDED' : type.endsWith('_REMOVED') ? 'REMOVED' : 'CHANGED';
      const members = new Set([...before.members.membersOf(place), ...after.members.membersOf(place)]);
      const gravity = GRAVITIES[gravityOf[criticality.level]] ?? 'SAFE';
      return { path: place, kind, gravity, members: [...members].toSorted(), message };
    })
    .toSorted((left, right) => GRAVITIES.indexOf(left.gravity) - GRAVITIES.indexOf(right.gravity));
}
