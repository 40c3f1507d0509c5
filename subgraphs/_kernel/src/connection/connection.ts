import type { EntityClass, EntityManager, FilterQuery, FindByCursorOptions, QueryOrderMap } from '@mikro-orm/core';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { DomainError, isDataException } from '../errors/errors.js';
import type { BatchRounds } from '../loader/loader.js';
import { explain } from '../messages.js';

export const defaultPageSize = 20;
export const largestPageSize = 100;

@Directive('@shareable')
@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more nodes follow.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether nodes stand before this page.' })
  readonly hasPreviousPage!: boolean;

  @Directive('@tag(name: "pairwise")')
  @Field(() => String, { nullable: true, description: 'The cursor of the first node; null on an empty page.' })
  readonly startCursor!: string | null;

  @Directive('@tag(name: "pairwise")')
  @Field(() => String, { nullable: true, description: 'The cursor of the last node; null on an empty page.' })
  readonly endCursor!: string | null;
}

@ArgsType()
export class ConnectionArgs {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(largestPageSize)
  @Field(() => Int, {
    nullable: true,
    description: `How many nodes from the front: 1 to ${largestPageSize}, 20 if unset.`,
  })
  readonly first?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @Directive('@tag(name: "pairwise")')
  @Field(() => String, { nullable: true, description: 'Only nodes after this cursor.' })
  readonly after?: string | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(largestPageSize)
  @Field(() => Int, { nullable: true, description: `How many nodes from the back: 1 to ${largestPageSize}.` })
  readonly last?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @Directive('@tag(name: "pairwise")')
  @Field(() => String, { nullable: true, description: 'Only nodes before this cursor.' })
  readonly before?: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** A page of a list in the shape of the GraphQL Cursor Connections specification. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
}

/** The GraphQL types `<Name>Connection` and `<Name>Edge` for a node type. */
export function connectionType<Node extends object>(name: string, node: () => new () => Node) {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list.` })
  class EdgeType {
    @Directive('@tag(name: "pairwise")')
    @Field(() => String, { description: 'An opaque mark of this place in the list.' })
    readonly cursor!: string;

    @Field(() => node(), { description: 'The thing itself.' })
    readonly node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The nodes with their cursors.' })
    readonly edges!: EdgeType[];

    @Field(() => [node()], { description: 'The nodes without their cursors.' })
    readonly nodes!: Node[];

    @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
    readonly pageInfo!: PageInfo;
  }
  return ConnectionType;
}

function pageSize(args: ConnectionArgs): { first: number } | { last: number } {
  const first = args.first ?? null;
  const last = args.last ?? null;
  if (first !== null && last !== null) throw new DomainError('BAD_USER_INPUT', explain('first-and-last'));
  return last === null ? { first: first ?? defaultPageSize } : { last };
}

type CursorValue = string | number | boolean | null;

const parseCursor = (cursor: string): CursorValue[] =>
  JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as CursorValue[];

/** A cursor comes from outside and ends in a query: only a list of plain values of the right length is let through. */
function decodeCursor(cursor: string | null | undefined, length: number): readonly CursorValue[] | null {
  if (cursor === null || cursor === undefined) return null;
  try {
    const values: unknown = parseCursor(cursor);
    const plain = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value);
    if (Array.isArray(values) && values.length === length && values.every(plain)) return values as CursorValue[];
  } catch {
    // Falls through to the same answer as any other cursor that we did not make.
  }
  throw new DomainError('BAD_USER_INPUT', explain('foreign-cursor'));
}

const encodeCursor = (values: readonly CursorValue[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** The cursor as it goes out: with the name of its order before its values, if that has one. */
function nameOrder(cursor: string, order: string | null): string {
  return order === null ? cursor : encodeCursor([order, ...parseCursor(cursor)]);
}

/** The cursor without the name of its order, which must be this one. */
function takeOrder(cursor: string | null | undefined, length: number, order: string | null): string | null {
  const values = decodeCursor(cursor, order === null ? length : length + 1);
  if (values === null) return null;
  if (order === null) return encodeCursor(values);
  if (values[0] !== order) throw new DomainError('BAD_USER_INPUT', explain('foreign-cursor'));
  return encodeCursor(values.slice(1));
}

/** Reads in the rounds of the request; what the database refuses in a page with a cursor, the cursor brought. */
async function readInRound<Result>(
  em: EntityManager,
  { after, before }: ConnectionArgs,
  read: () => Promise<Result>,
): Promise<Result> {
  const { rounds } = em.getLoggerContext<{ rounds?: BatchRounds }>();
  // The loaders behind this page wait for the pages beside it, so that what both ask for is read once.
  return (rounds ? rounds.run(read) : read()).catch((error: unknown) => {
    if (isDataException(error) && (typeof after === 'string' || typeof before === 'string')) {
      throw new DomainError('BAD_USER_INPUT', explain('foreign-cursor'), { cause: error });
    }
    throw error;
  });
}

/**
 * Reads one page by keyset: stable under inserts, one statement, no count.
 *
 * `orderBy` must end in a unique column.
 *
 * @param query.order names the order where a list has several, so that a cursor of one is foreign to the others
 * @throws DomainError BAD_USER_INPUT for first and last together or a foreign cursor
 */
export async function findConnection<Entity extends object>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  query: { args: ConnectionArgs; where?: FilterQuery<Entity>; orderBy: QueryOrderMap<Entity>[]; order?: string },
): Promise<Connection<Entity>> {
  const { args, where, orderBy, order = null } = query;
  const after = takeOrder(args.after, orderBy.length, order);
  const before = takeOrder(args.before, orderBy.length, order);
  const options: FindByCursorOptions<Entity, never, never, never, false> = {
    ...(where === undefined ? {} : { where }),
    ...pageSize(args),
    ...(after ? { after } : {}),
    ...(before ? { before } : {}),
    orderBy,
    includeCount: false,
  };
  const cursor = await readInRound(em, args, () =>
    em.findByCursor<Entity, never, never, never, false>(entity, options as never),
  );
  const nodes: Entity[] = cursor.items;
  const edges = nodes.map((node) => ({ node, cursor: nameOrder(cursor.from(node as never), order) }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: cursor.hasNextPage,
      hasPreviousPage: cursor.hasPrevPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** What a statement of one's own reads for a page. */
export interface PageRequest {
  /** The values of the cursor after which the page begins; null for the front of the list. */
  readonly after: readonly CursorValue[] | null;
  /** The values of the cursor before which the page ends; null for the back of the list. */
  readonly before: readonly CursorValue[] | null;
  /** Whether rows are wanted from the back, the last one first. */
  readonly backwards: boolean;
  /** How many rows: one more than the page holds. */
  readonly most: number;
}

/**
 * Reads one page as {@link findConnection} does, of a list whose order no entity's property says.
 *
 * @param list.length how many values a cursor has
 * @param list.order names the order where a list has several, so that a cursor of one is foreign to the others
 * @param list.cursorOf the values of a row's cursor; what follows them in the order is what `read` gives for them as `after`
 * @throws DomainError BAD_USER_INPUT for first and last together or a foreign cursor
 */
export async function readConnection<Row extends object>(
  em: EntityManager,
  args: ConnectionArgs,
  list: {
    readonly length: number;
    readonly order?: string;
    cursorOf(row: Row): readonly CursorValue[];
    read(page: PageRequest): Promise<readonly Row[]>;
  },
): Promise<Connection<Row>> {
  const size = pageSize(args);
  const backwards = 'last' in size;
  const most = 'last' in size ? size.last : size.first;
  const { length, order = null } = list;
  const after = decodeCursor(takeOrder(args.after, length, order), length);
  const before = decodeCursor(takeOrder(args.before, length, order), length);
  const rows = await readInRound(em, args, () => list.read({ after, before, backwards, most: most + 1 }));
  const page = rows.slice(0, most);
  const nodes = backwards ? page.toReversed() : page;
  const edges = nodes.map((node) => ({ node, cursor: nameOrder(encodeCursor(list.cursorOf(node)), order) }));
  const isCut = rows.length > most;
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: backwards ? before !== null : isCut,
      hasPreviousPage: backwards ? isCut : after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The same page with each node seen as something else. */
export function mapConnection<From, To>(page: Connection<From>, map: (node: From) => To): Connection<To> {
  const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: map(node) }));
  return { edges, nodes: edges.map(({ node }) => node), pageInfo: page.pageInfo };
}
