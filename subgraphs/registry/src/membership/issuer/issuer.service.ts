import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import { endEveryRight } from '../../decision/right-lock.service.js';
import { explain } from '../../messages.js';
import { readAuthority } from '../organization/authority.service.js';
import { organizationEventKinds, type OrganizationEventKind } from '../organization/organization-event.entity.js';
import { recordChange } from '../organization/organization-event.service.js';
import { IssuerEntity, type IssuerClaim } from './issuer.entity.js';
import type { IssuerSetting } from './issuer-setting.rule.js';

/** An issuer and what of its tokens counts. */
export interface IssuerTerms {
  readonly issuer: string;
  readonly claims: readonly IssuerClaim[];
  readonly anyOrganization: boolean;
  readonly signsUp: boolean;
}

const most = 200;

/** The issuers in the order of their names, withdrawn ones too, at most 200. */
export function listIssuers(context: RequestContext): Promise<IssuerEntity[]> {
  return context.em.find(IssuerEntity, {}, { orderBy: { issuer: 'asc' }, limit: most });
}

/** Admits an issuer, or again one that was withdrawn. @throws DomainError CONFLICT (admitted already) */
export function admitIssuer(context: RequestContext, terms: IssuerTerms): Promise<IssuerEntity> {
  const { issuer: name, claims, anyOrganization, signsUp } = terms;
  return context.em.transactional(async (em) => {
    await endEveryRight(em);
    const known = await em.findOne(IssuerEntity, { issuer: name });
    if (known?.withdrawnAt === null) throw new DomainError('CONFLICT', explain('issuer-admitted'));
    const now = { claims: [...claims], anyOrganization, signsUp, admittedAt: new Date(), withdrawnAt: null };
    const issuer = known ? em.assign(known, now) : em.create(IssuerEntity, { issuer: name, ...now });
    recordIssuerChange(em, context, { issuer: name, kind: organizationEventKinds.ISSUER_ADMITTED });
    return issuer;
  });
}

/**
 * Says anew what of an issuer's tokens counts: no decision that follows rests on more.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (so already, or the viewer would act for the office no longer)
 */
export function changeIssuer(context: RequestContext, terms: IssuerTerms): Promise<IssuerEntity> {
  const { issuer, anyOrganization, signsUp } = terms;
  const claims = [...terms.claims].toSorted();
  return change(context, { issuer, kind: organizationEventKinds.ISSUER_CHANGED }, (known) => {
    const before = known.claims.toSorted();
    const isSame = known.anyOrganization === anyOrganization && known.signsUp === signsUp;
    if (isSame && before.join() === claims.join()) throw new DomainError('CONFLICT', explain('so-already'));
    Object.assign(known, { claims, anyOrganization, signsUp });
  });
}

/**
 * Withdraws an issuer: its subjects are nobody from now on, whatever they are bound to.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (the viewer would act for the office no longer)
 */
export function withdrawIssuer(
  context: RequestContext,
  { issuer, reason }: { readonly issuer: string; readonly reason: string },
): Promise<IssuerEntity> {
  return change(context, { issuer, reason, kind: organizationEventKinds.ISSUER_WITHDRAWN }, (known) => {
    known.withdrawnAt = new Date();
  });
}

interface IssuerChange {
  readonly issuer: string;
  readonly kind: OrganizationEventKind;
  readonly reason?: string;
}

/** It takes the locks of all holders of rights, since an issuer names as many as it likes. */
function change(
  context: RequestContext,
  made: IssuerChange,
  apply: (issuer: IssuerEntity) => void,
): Promise<IssuerEntity> {
  return context.em.transactional(async (em) => {
    await endEveryRight(em);
    const known = await em.findOne(IssuerEntity, { issuer: made.issuer, withdrawnAt: null });
    if (!known) throw new DomainError('NOT_FOUND', explain('no-such-issuer'));
    apply(known);
    recordIssuerChange(em, context, made);
    await em.flush();
    // Nobody but the office could take it back.
    if (!(await readAuthority({ em })).office) throw new DomainError('CONFLICT', explain('issuer-of-the-viewer'));
    return known;
  });
}

/** The history of issuers stands in that of the office. */
function recordIssuerChange(em: RequestContext['em'], context: RequestContext, made: IssuerChange): void {
  const { issuer: concerns, ...rest } = made;
  recordChange(em, context, { organizationId: context.requireOrganization(), concerns, ...rest });
}

/** Admits the issuers that the process is configured with, where the office has not decided about them. */
export async function admitConfiguredIssuers(
  issuers: readonly IssuerSetting[],
  em: RequestContext['em'],
): Promise<void> {
  await runStatement(em, 'select admit_issuers(?::jsonb)', [JSON.stringify(issuers)]);
}
