import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { conflictOnDuplicate, runStatement } from '@birlik/kernel/statement';
import { ForeignKeyConstraintViolationException } from '@mikro-orm/core';
import type { Rule } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { endRights } from '../../decision/right-lock.service.js';
import { IssuerEntity } from '../../membership/issuer/issuer.entity.js';
import { office } from '../../membership/organization/authority.service.js';
import { explain } from '../../messages.js';
import { IdentityBindingEntity } from './identity-binding.entity.js';

const theOffice = office('admin', 'officer');

/** Holds for a volunteer, and for officers and admins of the office. Of whom, the database says. */
export const boundOrOffice: Rule = {
  name: `volunteer, or ${theOffice.name}`,
  async check(context) {
    if (context.requireViewer().volunteerId === null) await theOffice.check(context);
  },
};

/** Bindings, newest first; the database shows them to the person and the office alone. */
export function listBindings(
  context: RequestContext,
  args: ConnectionArgs,
  issuer: string | null,
): Promise<Connection<IdentityBindingEntity>> {
  const where = issuer === null ? {} : { issuer };
  return findConnection(context.em, IdentityBindingEntity, { args, where, orderBy: [{ id: 'desc' }] });
}

/**
 * Says who it is that an issuer knows by a subject.
 *
 * @throws DomainError NOT_FOUND (the person, or an issuer that is not admitted) or CONFLICT (the subject is bound already)
 */
export async function bindIdentity(
  context: RequestContext,
  input: { readonly volunteerId: string; readonly issuer: string; readonly subject: string },
): Promise<IdentityBindingEntity> {
  const { volunteerId, issuer, subject } = input;
  const nobody = explain('one-not-registered');
  try {
    return await conflictOnDuplicate(explain('subject-bound'), () =>
      context.em.transactional(async (em) => {
        if ((await em.count(IssuerEntity, { issuer, withdrawnAt: null })) === 0) {
          throw new DomainError('NOT_FOUND', explain('no-such-issuer'));
        }
        const [one] = await runStatement<{ id: string | null }>(em, 'select app_unerased(?::uuid) as id', [
          volunteerId,
        ]);
        if (!one?.id) throw new DomainError('NOT_FOUND', nobody);
        return em.create(IdentityBindingEntity, {
          id: newId(),
          volunteerId,
          issuer,
          subject,
          boundAt: new Date(),
          boundBy: context.requireViewer().sub,
          endedAt: null,
          endedBy: null,
        });
      }),
    );
  } catch (cause) {
    // The database shows the office nobody: whom it does not know, it says by refusing the row.
    if (cause instanceof ForeignKeyConstraintViolationException) throw new DomainError('NOT_FOUND', nobody, { cause });
    throw cause;
  }
}

/**
 * Ends a binding: the subject is nobody from then on, whatever its token claims, until it is bound anew.
 *
 * @throws DomainError NOT_FOUND or CONFLICT (ended already, or a person's own last one)
 */
export async function endBinding(context: RequestContext, id: string): Promise<IdentityBindingEntity> {
  const found = await context.em.findOne(IdentityBindingEntity, { id });
  // The database shows nobody the bindings of others: what is not there and what is not theirs are the same.
  if (!found) throw new DomainError('NOT_FOUND', explain('no-such-binding'));
  const { volunteerId } = found;
  const { sub, volunteerId: viewerId } = context.requireViewer();
  return context.em.transactional(async (em) => {
    await endRights(em, volunteerId);
    const binding = await em.findOneOrFail(IdentityBindingEntity, { id }, { refresh: true });
    if (binding.endedAt) throw new DomainError('CONFLICT', explain('binding-ended'));
    const others = { volunteerId, endedAt: null, id: { $ne: id } };
    if (viewerId === volunteerId && (await em.count(IdentityBindingEntity, others)) === 0) {
      throw new DomainError('CONFLICT', explain('last-binding'));
    }
    binding.endedAt = new Date();
    binding.endedBy = sub;
    return binding;
  });
}
