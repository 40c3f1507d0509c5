import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, anyone, organization, writeScope } from '../allow/allow.js';
import type { RequestContext } from '../context/context.js';
import {
  logWitness,
  readDelivery,
  readSignedHead,
  type HeadDelivery,
  type SignedHead,
  type VerifyingKey,
} from '../log-head/log-head.js';
import { isConsistent } from '../merkle/merkle.js';
import { explain } from '../messages.js';
import { memberSuffix } from '../personal-data/personal-data.js';

/** By what names an operator of this member is woken. */
const alarms = { foreign: 'log_head_foreign', contradicts: 'log_head_contradicts' } as const;

/** Heads that are shown at once. */
const mostHeads = 1000;

interface KeptHead {
  readonly size: number;
  readonly root: string;
  readonly statement: string;
  readonly public_key: VerifyingKey;
  readonly consistent: boolean;
  readonly countersignature: string | null;
  readonly kept_at: Date;
}

/** The heads that this member keeps, the longest log first. */
function readKept(context: RequestContext, where: string, most: number): Promise<KeptHead[]> {
  return runStatement<KeptHead>(
    context.em,
    `select size::float8 as size, root, statement, public_key, consistent, countersignature, kept_at
       from log_head where ${where} order by log_head.size desc, kept_at desc limit ?`,
    [most],
  );
}

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');

/** When a head that was kept was signed: it was verified before it was kept. */
const signedAt = (statement: string): number =>
  (JSON.parse(Buffer.from(statement.split('.')[1] ?? '', 'base64url').toString()) as { iat: number }).iat;

type Standing = 'first' | 'next' | 'known' | 'late' | 'inconsistent';

/** How a head stands to the last one that was kept: a log only grows, and it begins as it began. */
function standingOf(head: SignedHead, { earlier, proof }: HeadDelivery, last: KeptHead | undefined): Standing {
  if (!last) return 'first';
  if (head.size === last.size) return head.root === last.root ? 'known' : 'inconsistent';
  if (head.size < last.size) return head.iat > signedAt(last.statement) ? 'inconsistent' : 'late';
  if (earlier !== last.size) return 'late';
  const before = { size: last.size, root: bytes(last.root) };
  return isConsistent(before, { size: head.size, root: bytes(head.root) }, proof.map(bytes)) ? 'next' : 'inconsistent';
}

/**
 * Keeps a head that the registry hands over, and signs that it is kept. One that contradicts what was kept before is kept as
 * evidence, and refused.
 *
 * @returns the countersignature; null when this member has no key to sign with
 * @throws DomainError FORBIDDEN (not from the registry) or CONFLICT (it contradicts, or comes late and may be sent anew)
 */
export async function keepHead(context: RequestContext, token: string): Promise<string | null> {
  const { name, grantKey } = context.member;
  if (!grantKey) throw new DomainError('FORBIDDEN', explain('no-key-with-registry'));
  const handed = await readDelivery(token, { member: name, key: grantKey });
  const head = handed && (await readSignedHead(handed.head, handed.publicKey));
  if (!handed || !head) throw new DomainError('FORBIDDEN', explain('foreign-head'), { alarm: alarms.foreign });
  const [last] = await readKept(context, 'consistent', 1);
  const standing = standingOf(head, handed, last);
  if (standing === 'known') return last?.countersignature ?? null;
  if (standing === 'late') throw new DomainError('CONFLICT', explain('head-late'));
  const { size, root } = head;
  const witness = standing === 'inconsistent' ? null : logWitness.of(context.member);
  const signed = witness ? await witness.countersign({ iss: name, size, root }) : null;
  await runStatement(
    context.em,
    `insert into log_head (size, root, statement, public_key, consistent, countersignature)
     values (?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing`,
    [size, root, handed.head, JSON.stringify(handed.publicKey), standing !== 'inconsistent', signed],
  );
  if (standing === 'inconsistent') {
    throw new DomainError('CONFLICT', explain('head-contradicts'), { alarm: alarms.contradicts });
  }
  return signed;
}

/** The kept heads as lines that `npm run log:verify` takes with `--heads`. */
export async function keptLines(context: RequestContext, first: number): Promise<string[]> {
  const witnessKey = logWitness.of(context.member)?.publicKey ?? null;
  const kept = await readKept(context, 'true', Math.max(0, Math.min(first, mostHeads)));
  return kept.map(({ statement: head, public_key: publicKey, consistent, countersignature, kept_at: keptAt }) =>
    JSON.stringify({ member: context.member.name, head, publicKey, consistent, countersignature, witnessKey, keptAt }),
  );
}

/** The resolver by which a member keeps and countersigns the heads of the registry's log. */
export function logWitnessResolver(member: string): Function {
  const suffix = memberSuffix(member);

  @Resolver()
  class LogWitnessResolver {
    @Allow(anyone)
    @Query(() => [String], {
      name: `logHeadsAt${suffix}`,
      nullable: true,
      description: `The heads of the registry’s log that ${member} keeps, the longest log first, as lines of JSON for the verification of an export: with the registry’s signature, that of ${member} and the keys, and whether the head agrees with those before it. Null while the service is down.`,
    })
    heads(
      @Ctx() context: RequestContext,
      @Arg('first', () => Int, { defaultValue: 100, description: `How many, at most ${mostHeads}.` }) first: number,
    ): Promise<string[]> {
      return keptLines(context, first);
    }

    @Allow(writeScope, organization('system'))
    @Mutation(() => String, {
      name: `keepLogHeadAt${suffix}`,
      nullable: true,
      description: `Lets ${member} keep a head that the registry hands over, and gives its signature; an error when the head contradicts one that is kept. For the registry’s system that delivers heads; null while the service is down, and for a member without a key of its own.`,
    })
    keep(
      @Ctx() context: RequestContext,
      @Arg('delivery', () => String, { description: 'The head and its proof, as the registry handed them over.' })
      delivery: string,
    ): Promise<string | null> {
      return keepHead(context, delivery);
    }
  }
  return LogWitnessResolver;
}
