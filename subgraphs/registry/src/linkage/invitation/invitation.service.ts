import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { defineSecret } from '@birlik/trust/secret';
import { requireConsentActor, requireConsentingAge } from '../../consent/guardianship/guardianship.service.js';
import { explain } from '../../messages.js';
import type { AffiliationRole } from '../../people/affiliation/affiliation.entity.js';
import { decide } from '../linkage-review/clerical-decision.service.js';
import { relink } from '../person-link/resolve-records.service.js';
import { type Database, runAsOffice } from '../person-link/run-as-office.service.js';
import { ClaimAttemptEntity } from './claim-attempt.entity.js';
import { newCode, readCode } from './invitation-code.rule.js';
import { InvitationEntity } from './invitation.entity.js';

/** How many wrong tries a person has in a day before none is looked at. */
export const mostClaimTriesOfDay = defineSecret<number>('limit of claims');

const dayMs = 86_400_000;

/** What an organisation offers with a code. */
export interface Offer {
  readonly role: AffiliationRole;
  readonly localKey?: string | null;
  readonly days: number;
}

/** An invitation with its code, which is not kept. */
export interface Issued {
  readonly invitation: InvitationEntity;
  readonly code: string;
}

/** What somebody came to, and of which organisation. */
export interface Accepted {
  readonly organizationId: string;
  readonly role: AffiliationRole | null;
  readonly isRecordClaimed: boolean;
}

/** The invitations of the viewer's organisation, newest first. */
export function listInvitations(context: RequestContext, args: ConnectionArgs): Promise<Connection<InvitationEntity>> {
  return findConnection(context.em, InvitationEntity, { args, orderBy: [{ id: 'desc' }] });
}

/** All tries, newest first; the database shows them to the office alone. */
export function listClaimAttempts(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<ClaimAttemptEntity>> {
  return findConnection(context.em, ClaimAttemptEntity, { args, orderBy: [{ id: 'desc' }] });
}

/** Makes a code for one person. @throws DomainError NOT_FOUND for a record that the organisation has not submitted */
export async function invite(context: RequestContext, { role, localKey = null, days }: Offer): Promise<Issued> {
  const organizationId = context.requireOrganization();
  const recordId = localKey === null ? null : await recordNamed(context, organizationId, localKey);
  const { text: code, ...kept } = newCode();
  const createdAt = new Date();
  const invitation = context.em.create(InvitationEntity, {
    id: newId(),
    organizationId,
    recordId,
    localKey,
    role,
    ...kept,
    createdAt,
    endsAt: new Date(createdAt.getTime() + days * dayMs),
    withdrawnAt: null,
    acceptedAt: null,
  });
  await context.em.flush();
  return { invitation, code };
}

async function recordNamed({ em }: RequestContext, organizationId: string, localKey: string): Promise<string> {
  const [record] = await runStatement<{ id: string }>(
    em,
    'select id from register_record where organization_id = ?::uuid and local_key = ?',
    [organizationId, localKey],
  );
  if (!record) throw new DomainError('NOT_FOUND', explain('no-such-record'));
  return record.id;
}

/** Makes a code worth nothing. @throws DomainError NOT_FOUND or CONFLICT (accepted, or withdrawn already) */
export async function withdrawInvitation(context: RequestContext, id: string): Promise<InvitationEntity> {
  return context.em.transactional(async (em) => {
    const invitation = await em.findOne(InvitationEntity, { id, organizationId: context.requireOrganization() });
    if (!invitation) throw new DomainError('NOT_FOUND', explain('no-such-invitation'));
    const withdrawn = await runStatement(
      em,
      'update invitation set withdrawn_at = now() where id = ?::uuid and accepted_at is null and withdrawn_at is null returning id',
      [id],
    );
    if (withdrawn.length === 0) throw new DomainError('CONFLICT', explain('invitation-over'));
    return em.findOneOrFail(InvitationEntity, { id }, { refresh: true });
  });
}

/**
 * Takes a code for the viewer, or for a minor whose guardian the viewer is: a membership begins, and the record that the code
 * names becomes the person's, by a decision of linkage as the office makes them.
 *
 * @param options.needsRecord whether a code that names no record is none
 * @throws DomainError NOT_FOUND (whatever is wrong with the code), LIMIT_REACHED or REPRESENTATIVE_REQUIRED (a minor alone)
 */
export async function acceptInvitation(
  context: RequestContext,
  options: { readonly code: string; readonly needsRecord: boolean; readonly onBehalfOf?: string | null },
): Promise<Accepted> {
  const { place, secretHash } = readCode(options.code);
  return claim(context, options.onBehalfOf, (em, person) =>
    runStatement<ClaimRow>(em, 'select * from accept_invitation(?::uuid, ?, ?, ?, ?)', [
      person,
      place,
      secretHash,
      options.needsRecord,
      mostClaimTriesOfDay.of(context.member),
    ]),
  );
}

interface ClaimRow {
  readonly outcome: 'accepted' | 'refused' | 'taken' | 'limited';
  readonly organization_id: string;
  readonly role: AffiliationRole | null;
  readonly record_id: string | null;
}

/** What is refused is written down before it is refused, so it is thrown when the transaction is over. */
async function claim(
  context: RequestContext,
  onBehalfOf: string | null | undefined,
  attempt: (em: Database, person: string) => Promise<readonly ClaimRow[]>,
): Promise<Accepted> {
  const actor = await requireConsentActor(context, onBehalfOf);
  requireConsentingAge(actor);
  const row = await context.em.transactional(async (em) => {
    const [claimed] = await attempt(em, actor.volunteerId);
    if (claimed?.record_id) await linkRecord(em, context.requireViewer().sub, [claimed.record_id, actor.volunteerId]);
    return claimed;
  });
  if (row?.outcome === 'limited') throw new DomainError('LIMIT_REACHED', explain('too-many-tries'));
  if (row?.outcome !== 'accepted') throw new DomainError('NOT_FOUND', explain('no-such-claim'));
  return { organizationId: row.organization_id, role: row.role, isRecordClaimed: row.record_id !== null };
}

/** Links a record of an organisation with the office's own record of the person, which has the person's id. */
export async function linkRecord(em: Database, actor: string, pair: readonly [string, string]): Promise<void> {
  await runAsOffice(em);
  const linked = await runStatement(
    em,
    `select from person_link one join person_link other using (person_id)
      where one.record_id = ?::uuid and other.record_id = ?::uuid and one.valid_to is null and other.valid_to is null`,
    [...pair],
  );
  if (linked.length === 0) await decide(em, { kind: 'claim', verdict: 'same', pairs: [pair], actor });
  await relink(em, pair, { actor, asked: [pair[0]] });
}
