import { organization, type Rule } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { runStatement } from '@birlik/kernel/statement';
import { OrganizationEntity } from './organization.entity.js';
import { explain } from '../../messages.js';

interface AuthorityRow {
  readonly office: boolean;
  readonly managed: string | null;
}

const refusal = explain('managers-only');

/** Whose affairs the viewer sees to now, by the list of officers: those of the office are everybody's. */
export async function readAuthority({ em }: Pick<RequestContext, 'em'>): Promise<AuthorityRow> {
  const [row] = await runStatement<AuthorityRow>(
    em,
    'select registry_office() as office, managed_organization() as managed',
  );
  return row ?? { office: false, managed: null };
}

/**
 * Lets pass, of admins and officers, who may see to the affairs of an organisation: those of its own, or an admin of the
 * office.
 *
 * @returns whether the viewer is an admin, of either
 * @throws DomainError UNAUTHENTICATED, FORBIDDEN or NOT_FOUND
 */
export async function requireManager(context: RequestContext, organizationId: string): Promise<{ admin: boolean }> {
  const admin = context.requireViewer().roles.includes('admin');
  const { office, managed } = await readAuthority(context);
  const own = managed !== null && managed === organizationId.toLowerCase();
  if (!own && !(office && admin)) throw new DomainError('FORBIDDEN', refusal);
  if (!own && (await context.em.count(OrganizationEntity, { id: organizationId })) === 0) {
    throw new DomainError('NOT_FOUND', explain('no-such-organization'));
  }
  return { admin };
}

/** Whether the viewer may act for an organisation now. */
async function mayAct(context: RequestContext): Promise<boolean> {
  const [row] = await runStatement<{ acts: boolean }>(context.em, 'select app_organization() is not null as acts');
  return row?.acts ?? false;
}

/** Holds for those of the registry's office who have one of the roles. */
export function office(...roles: readonly string[]): Rule {
  return {
    name: `office as ${roles.join(', ')}`,
    async check(context) {
      await organization(...roles).check(context);
      const { office } = await readAuthority(context);
      if (!office) throw new DomainError('FORBIDDEN', explain('office-only'));
    },
  };
}

/**
 * Holds for who sees to an organisation's affairs in one of the roles: its own, or anybody's for the office. Of which one,
 * {@link requireManager} decides.
 */
export function manager(...roles: readonly string[]): Rule {
  return {
    name: `manager as ${roles.join(', ')}`,
    async check(context) {
      await organization(...roles).check(context);
      const { office, managed } = await readAuthority(context);
      if (!office && managed === null) throw new DomainError('FORBIDDEN', refusal);
    },
  };
}

/** Holds for who acts in one of the roles for an organisation that may read shared data now. */
export function readingOrganization(...roles: readonly string[]): Rule {
  return {
    name: `reading organization as ${roles.join(', ')}`,
    async check(context) {
      await organization(...roles).check(context);
      if (!(await mayAct(context))) {
        throw new DomainError('FORBIDDEN', explain('may-not-read'));
      }
    },
  };
}
