import { actingRoles, type RequestContext } from '@birlik/trust/context';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import { isUUID } from 'class-validator';
import type { ViewerIdentity } from './viewer-identity.type.js';

interface IdentityRow {
  readonly volunteer_id: string | null;
  readonly organization_id: string | null;
  readonly roles: string[];
  readonly believes_roles: boolean;
  readonly may_act: boolean;
}

const nobody: ViewerIdentity = { volunteerId: null, organizationId: null, roles: [], mayAct: false };

/** Who the viewer is: by what the token claims where the gateway asks, else by what the gateway was told before. */
export async function identifyViewer(context: RequestContext): Promise<ViewerIdentity> {
  const { viewer } = context;
  if (!viewer) return nobody;
  const { volunteer, organization, roles } = context.claims ?? {
    volunteer: viewer.volunteerId,
    organization: viewer.organizationId,
    roles: viewer.roles,
  };
  const acting = actingRoles({ roles });
  const [row] = await runStatement<IdentityRow>(
    context.em,
    'select * from identify_viewer(?::uuid, ?::uuid, ?::text[])',
    [idOrNull(volunteer), idOrNull(organization), arrayLiteral(acting)],
  );
  if (!row) return nobody;
  const further = row.believes_roles ? roles.filter((role) => !acting.includes(role)) : [];
  return {
    volunteerId: row.volunteer_id,
    organizationId: row.organization_id,
    roles: [...row.roles, ...further],
    mayAct: row.may_act,
  };
}

/** A claim that is no id of the federation names nobody. */
const idOrNull = (text: string | null): string | null => (text !== null && isUUID(text) ? text : null);
