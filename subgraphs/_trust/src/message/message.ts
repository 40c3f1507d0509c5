import { ConnectionArgs, connectionType, findConnection, type Connection } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { LocalizedText } from '@birlik/kernel/localized';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Allow, organization, writeScope } from '../allow/allow.js';
import type { RequestContext } from '../context/context.js';
import type { MemberKey } from '../erasure-order/erasure-order.js';
import { standsForPerson } from '../grant/grant.js';
import { LocalizedField } from '../localized-field/localized-field.js';
import { WrittenMessageEntity } from '../message-entity/message-entity.js';
import {
  decryptReceipt,
  encryptNotices,
  mostNotices,
  type MessageNotice,
  type NoticeKind,
} from '../message-notice/message-notice.js';
import { explain } from '../messages.js';
import { OrganizationField, type Organization } from '../organization/organization.js';
import { memberSuffix, type PersonalData } from '../personal-data/personal-data.js';

/** Messages that are asked for by their ids at once. */
const mostAsked = 100;

/** A message as a member writes it. */
export interface NewMessage {
  readonly volunteerId: string;
  /** On whose behalf it is written. */
  readonly organizationId: string;
  readonly kind: NoticeKind;
  readonly subject: LocalizedText;
  readonly body: LocalizedText;
  /** When it is written, by the clock of the domain. */
  readonly sentAt: Date;
}

/**
 * Writes to a person in the transaction of what the message tells. It stays at this member; the registry learns that there is one,
 * and tells the person where they want to be told.
 *
 * @param em in that transaction, of the organisation or of a job that is done for it
 */
export async function writeMessage(em: RequestContext['em'], message: NewMessage): Promise<void> {
  const { volunteerId, organizationId, kind, subject, body, sentAt } = message;
  await runStatement(
    em,
    `insert into message (id, organization_id, volunteer_id, kind, subject, body, sent_at)
     values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)`,
    [newId(), organizationId, volunteerId, kind, JSON.stringify(subject), JSON.stringify(body), sentAt.toISOString()],
  );
}

type NoticeRow = Omit<MessageNotice, 'sentAt'> & { readonly sentAt: string };

/** What the registry has not been told of yet, the oldest first. */
async function readNotices(context: RequestContext): Promise<MessageNotice[]> {
  const rows = await runStatement<NoticeRow>(
    context.working(),
    `select id, volunteer_id as person, organization_id as organization, kind, sent_at as "sentAt"
       from message where told_at is null order by id limit ${mostNotices}`,
  );
  return rows.map((row) => ({ ...row, sentAt: new Date(row.sentAt).toISOString() }));
}

/** Notes what the registry has taken; gives how many messages it had not been told of before. */
async function endNotices(context: RequestContext, member: MemberKey, receipt: string): Promise<number> {
  const taken = await decryptReceipt(receipt, member);
  if (!taken) throw new DomainError('BAD_USER_INPUT', explain('foreign-receipt'));
  const told = await runStatement(
    context.working(),
    `update message set told_at = clock_timestamp() where id = any(?::uuid[]) and told_at is null returning id`,
    [arrayLiteral(taken)],
  );
  return told.length;
}

/** Only these of a person's messages; all of them if unset. */
type Ids = readonly string[] | null;

function keyOf({ member: { name, grantKey } }: RequestContext): MemberKey {
  if (!grantKey) throw new DomainError('FORBIDDEN', explain('no-key-with-registry'));
  return { member: name, key: grantKey };
}

/**
 * The resolvers of a member that writes to people: `Volunteer.messagesAt<Member>` for the person, and for the registry's system
 * `messageNoticesAt<Member>` and `endMessageNoticesAt<Member>`, by which the registry learns of messages.
 *
 * @param volunteer the member's own type of a person
 */
export function messageResolvers(
  { member, grantField }: PersonalData,
  volunteer: () => new () => { id: string },
): Function[] {
  if (grantField === null) throw new Error(`${member} writes to people, so it needs a grant to show it to them.`);
  const suffix = memberSuffix(member);

  @ObjectType(`MessageAt${suffix}`, { description: `What ${member} wrote to a person.` })
  class WrittenMessage {
    @Field(() => ID, { description: 'The message’s id, which it has in `Volunteer.messages` too.' })
    readonly id!: string;

    @LocalizedField({ description: 'What it is about in a few words, in the caller’s language.' })
    readonly subject!: LocalizedText;

    @LocalizedField({ description: 'What it says, in the caller’s language.' })
    readonly body!: LocalizedText;

    @Field(() => DateTimeScalar, { description: 'When it was written.' })
    readonly sentAt!: Date;

    @OrganizationField({ description: 'On whose behalf it was written; null while the registry is down.' })
    readonly organization!: Organization;
  }

  const WrittenMessageConnection = connectionType(`MessageAt${suffix}`, () => WrittenMessage);

  @ObjectType(`MessageNoticesAt${suffix}`, { description: `Messages of ${member} of which the registry has to learn.` })
  class Notices {
    @Field(() => Int, { description: `How many messages, not of people, it is about; at most ${mostNotices}.` })
    readonly count!: number;

    @Field(() => String, { description: 'They, encrypted for the registry.' })
    readonly batch!: string;
  }

  @Resolver(volunteer)
  class VolunteerMessagesResolver {
    @Directive(`@requires(fields: "${grantField}")`)
    @FieldResolver(() => WrittenMessageConnection, {
      name: `messagesAt${suffix}`,
      nullable: true,
      description: `What ${member} wrote to the person, newest first; null for anyone but the person and the guardian of a minor.`,
    })
    async messages(
      @Root() person: { readonly id: string },
      @Ctx() context: RequestContext,
      @Args(() => ConnectionArgs) args: ConnectionArgs,
      @Arg('ids', () => [ID], {
        nullable: true,
        description: `Only these of them, at most ${mostAsked}; all if unset.`,
      })
      ids: Ids,
    ): Promise<Connection<WrittenMessageEntity> | null> {
      if ((ids?.length ?? 0) > mostAsked)
        throw new DomainError('BAD_USER_INPUT', explain('too-many-messages', { most: mostAsked }));
      const token = (person as unknown as Readonly<Record<string, string | null | undefined>>)[grantField ?? ''];
      const grant = context.openGrant(token, person.id);
      if (!grant || !standsForPerson(grant)) return null;
      return findConnection(context.granted([grant]), WrittenMessageEntity, {
        args,
        where: { volunteerId: grant.sub, ...(ids ? { id: { $in: [...ids] } } : {}) },
        orderBy: [{ id: 'desc' }],
      });
    }
  }

  @Resolver()
  class NoticesResolver {
    @Allow(organization('system'))
    @Query(() => Notices, {
      name: `messageNoticesAt${suffix}`,
      nullable: true,
      description: `The messages of ${member} of which the registry has not learnt yet, oldest first, for the registry’s system that carries them; null while the service is down.`,
    })
    async notices(@Ctx() context: RequestContext): Promise<Notices> {
      const notices = await readNotices(context);
      return { count: notices.length, batch: await encryptNotices(notices, keyOf(context)) };
    }

    @Allow(writeScope, organization('system'))
    @Mutation(() => Int, {
      name: `endMessageNoticesAt${suffix}`,
      nullable: true,
      description: `Notes that the registry has learnt of messages of ${member}, and gives how many of them, not of people, are new to it; for the registry’s system that carries them. Null while the service is down.`,
    })
    end(
      @Ctx() context: RequestContext,
      @Arg('receipt', () => String, { description: 'What the registry has taken, as it gave it.' }) receipt: string,
    ): Promise<number> {
      return endNotices(context, keyOf(context), receipt);
    }
  }
  return [VolunteerMessagesResolver, NoticesResolver];
}
