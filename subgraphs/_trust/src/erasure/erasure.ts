import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Allow, organization, writeScope } from '../allow/allow.js';
import type { RequestContext } from '../context/context.js';
import {
  decryptOrder,
  signReceipt,
  signState,
  type ErasureOrder,
  type ErasureState,
  type MemberKey,
  type TableOutcome,
} from '../erasure-order/erasure-order.js';
import { DomainError, sqlState } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import { discardErased } from '../file/file.js';
import { explain } from '../messages.js';
import { isAbout, session } from '../row-level-security/row-level-security.js';
import {
  keeps,
  keptSql,
  labelOf,
  memberSuffix,
  type KeptRows,
  type PersonalData,
  type PersonalTable,
} from '../personal-data/personal-data.js';

/** Orders that one request has at most. */
export const mostOrders = 100;

type Parameters = readonly unknown[];
type Counts = Pick<TableOutcome, 'erased' | 'overwritten' | 'kept' | 'keptUntil'>;

/** Rows that are kept whatever is in them: such a table is neither locked nor written to. */
const keepsAll = ({ erasure }: PersonalTable): boolean => keeps(erasure) && !erasure.where && !erasure.until;

function keepSql(table: PersonalTable, erasure: KeptRows): string {
  const about = isAbout(table, session.erased);
  const { kept, end } = keptSql(erasure);
  const gone = keepsAll(table)
    ? 'select 1 where false'
    : `delete from ${table.name} where ${about} and not (${kept}) returning 1`;
  return `with gone as (${gone})
    select (select count(*) from gone)::int as erased, 0 as overwritten, count(*)::int as kept,
           max(${end})::text as "keptUntil"
      from ${table.name} where ${about} and ${kept}`;
}

/** The statement that carries out what is declared for one table, and counts. */
function erasureSql(table: PersonalTable): { sql: string; parameters: Parameters } {
  const { name, erasure } = table;
  const about = isAbout(table, session.erased);
  if (erasure === 'delete') {
    return {
      sql: `with gone as (delete from ${name} where ${about} returning 1)
        select count(*)::int as erased, 0 as overwritten, 0 as kept, null as "keptUntil" from gone`,
      parameters: [],
    };
  }
  if (keeps(erasure)) return { sql: keepSql(table, erasure), parameters: [] };
  const columns = Object.keys(erasure.overwrite);
  const values = Object.values(erasure.overwrite);
  const changes = columns.map((column) => `${column} = ?`).join(', ');
  const differs = columns.map((column) => `${column} is distinct from ?`).join(' or ');
  return {
    sql: `with changed as (update ${name} set ${changes} where ${about} and (${differs}) returning 1)
      select 0 as erased, count(*)::int as overwritten, 0 as kept, null as "keptUntil" from changed`,
    parameters: [...values, ...values],
  };
}

/** What was done before and what was done now: the rows that are gone add up, the kept ones are those of now. */
function addUp(before: readonly TableOutcome[], now: readonly TableOutcome[]): TableOutcome[] {
  const earlier = new Map(before.map((outcome) => [outcome.name, outcome]));
  return now.map((outcome) => ({
    ...outcome,
    erased: outcome.erased + (earlier.get(outcome.name)?.erased ?? 0),
    overwritten: outcome.overwritten + (earlier.get(outcome.name)?.overwritten ?? 0),
  }));
}

/**
 * Erases what the member holds about one person, by what it declares, and remembers the digest of the person's id, so that
 * nothing new is written about them. Part of the caller's transaction; done again, it takes what has come back since.
 *
 * The tables are locked against writers, so that a row that is being written now is either erased or refused. The lock is
 * waited for less long than PostgreSQL takes to look for a deadlock, so that it is the erasure that gives way.
 *
 * @param em of `RequestContext.erasing` the person
 * @param encrypted the order as it came, to be given back to a registry that has lost it; null in the registry itself
 */
export async function erasePerson(
  em: EntityManager,
  personalData: PersonalData,
  { order, encrypted }: { order: ErasureOrder; encrypted: string | null },
): Promise<TableOutcome[]> {
  const run = <Row extends object>(sql: string, parameters: Parameters = []) => runStatement<Row>(em, sql, parameters);
  const locked = [...new Set(personalData.tables.filter((table) => !keepsAll(table)).map(({ name }) => name))];
  await run(`set local lock_timeout = '500ms'`);
  await run(`lock table ${['erasure', ...locked].join(', ')} in share row exclusive mode`);
  const now: TableOutcome[] = [];
  for (const table of personalData.tables) {
    const { sql, parameters } = erasureSql(table);
    const [counts] = await run<Counts>(sql, parameters);
    if (!counts) throw new Error('A count gives one row.');
    const reason = keeps(table.erasure) && counts.kept > 0 ? table.erasure.reason : null;
    now.push({ name: labelOf(table), ...counts, reason });
  }
  // What kept answers hold of the person cannot be told; their keys stay, so that nothing is done twice.
  await run('update idempotency_key set answer = null where answer is not null');
  const [known] = await run<{ outcome: TableOutcome[] }>('select outcome from erasure where order_id = ?', [order.id]);
  const outcome = addUp(known?.outcome ?? [], now);
  await run(
    `insert into erasure (order_id, number, person, encrypted_order, outcome)
     values (?, ?, person_digest(?), ?, ?)
     on conflict (order_id) do update
       set number = excluded.number, encrypted_order = excluded.encrypted_order, outcome = excluded.outcome`,
    [order.id, order.number, order.person, encrypted, JSON.stringify(outcome)],
  );
  return outcome;
}

async function readState(em: EntityManager): Promise<ErasureState> {
  const [state] = await runStatement<ErasureState>(
    em,
    `select count(*)::int as applied, coalesce(max(number) filter (where number = place), 0) as watermark
       from (select number, dense_rank() over (order by number) as place from erasure) numbered`,
  );
  return state ?? { applied: 0, watermark: 0 };
}

function requireDispatcher(context: RequestContext): MemberKey {
  context.requireOrganization('system');
  const { name, grantKey } = context.member;
  if (!grantKey) throw new DomainError('FORBIDDEN', explain('no-key-with-registry'));
  return { member: name, key: grantKey };
}

/** PostgreSQL's lock_not_available and deadlock_detected. */
const busyStates: ReadonlySet<string> = new Set(['55P03', '40P01']);

/** Runs an erasure. @throws DomainError CONFLICT when others hold the rows: nothing was done, and it may be tried again */
export async function unlessBusy<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (!busyStates.has(sqlState(cause))) throw cause;
    throw new DomainError('CONFLICT', explain('rows-busy'), { cause });
  }
}

async function applyOrder(context: RequestContext, personalData: PersonalData, encrypted: string): Promise<string> {
  const member = requireDispatcher(context);
  const order = await decryptOrder(encrypted, member);
  if (!order) throw new DomainError('FORBIDDEN', explain('foreign-order'));
  const receipt = await unlessBusy(() =>
    context.erasing(order.person).transactional(async (em) => {
      const tables = await erasePerson(em, personalData, { order, encrypted });
      return signReceipt({ order: order.id, tables, state: await readState(em) }, member);
    }),
  );
  await discardErased(context, order.person);
  return receipt;
}

/** What a member has carried out so far, for whoever dispatches the registry’s orders. */
export interface AppliedErasures {
  readonly state: string;
  readonly orders: readonly string[];
}

async function readApplied(context: RequestContext, after: number): Promise<AppliedErasures> {
  const member = requireDispatcher(context);
  const { em } = context;
  const rows = await runStatement<{ encrypted_order: string }>(
    em,
    `select encrypted_order from erasure where number > ? and encrypted_order is not null order by number limit ${mostOrders}`,
    [after],
  );
  return { state: await signState(await readState(em), member), orders: rows.map((row) => row.encrypted_order) };
}

/** The resolver with which a member takes the registry's orders of erasure: `erasuresAt<Member>`, `eraseAt<Member>`. */
export function erasureResolver(personalData: PersonalData): Function {
  const { member } = personalData;

  @ObjectType(`ErasuresAt${memberSuffix(member)}`, {
    description: `How far ${member} has come with the registry’s orders of erasure.`,
  })
  class Applied {
    @Field(() => String, { description: 'How many it has carried out and up to which number, signed by the member.' })
    readonly state!: string;

    @Field(() => [String], {
      description: `The orders above the number that was asked for, oldest first, at most ${mostOrders}, as they came.`,
    })
    readonly orders!: readonly string[];
  }

  @Resolver()
  class ErasureResolver {
    @Allow(organization('system'))
    @Query(() => Applied, {
      name: `erasuresAt${memberSuffix(member)}`,
      nullable: true,
      description: `What ${member} has erased on orders of the registry, for the registry’s system that dispatches them; null while the service is down.`,
    })
    applied(
      @Ctx() context: RequestContext,
      @Arg('after', () => Int, { description: 'Only orders above this number are given back.' }) after: number,
    ): Promise<AppliedErasures> {
      return readApplied(context, after);
    }

    @Allow(writeScope)
    @Mutation(() => [String], {
      name: `eraseAt${memberSuffix(member)}`,
      nullable: 'itemsAndList',
      description: `Carries out orders of erasure that the registry has encrypted for ${member}; sent again, an order gives the same. Gives a signed receipt for each; null and an error for one that could not be carried out, null altogether while the service is down.`,
    })
    async erase(
      @Ctx() context: RequestContext,
      @Arg('orders', () => [String], { description: `The encrypted orders, at most ${mostOrders}.` }) orders: string[],
    ): Promise<(string | Error)[]> {
      if (orders.length > mostOrders)
        throw new DomainError('BAD_USER_INPUT', explain('too-many-orders', { most: mostOrders }));
      const receipts: (string | Error)[] = [];
      for (const order of orders) {
        receipts.push(await applyOrder(context, personalData, order).catch((error: unknown) => error as Error));
      }
      return receipts;
    }
  }
  return ErasureResolver;
}
