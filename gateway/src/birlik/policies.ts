import { z } from 'zod';
import type { Policies, Policy } from '../guards/clause.js';
import type { Member } from '../identity/member.js';

const names = z.array(z.string().min(1)).min(1);

/** The section `policies` of the configuration: what the names in `@policy` mean. */
export const policiesSchema = z
  .record(
    z.string().min(1),
    z
      .strictObject({
        /** The viewer has one of these roles. */
        roles: names.optional(),
        /** The viewer has all of these scopes. */
        scopes: names.optional(),
        /** The viewer belongs to an organization. */
        organization: z.literal(true).optional(),
        /** The viewer may act for one of these organizations, by id. */
        organizations: names.optional(),
        /** The viewer is a volunteer. */
        volunteer: z.literal(true).optional(),
      })
      .refine((policy) => Object.keys(policy).length > 0, 'asks for nothing; a policy must ask for something'),
  )
  .default({});

export type PoliciesConfig = z.output<typeof policiesSchema>;

/** Makes the configured policies ready to be asked. All given parts of a policy must hold. */
export function compilePolicies(config: PoliciesConfig): Policies {
  return new Map(Object.entries(config).map(([name, policy]) => [name, compilePolicy(policy)]));
}

function compilePolicy({ roles, scopes, organization, organizations, volunteer }: PoliciesConfig[string]): Policy {
  return {
    isSatisfiedBy: (viewer: Member) =>
      (roles === undefined || roles.some((role) => viewer.roles.includes(role))) &&
      (scopes === undefined || scopes.every((scope) => viewer.scopes.includes(scope))) &&
      (organization === undefined || viewer.organizationId !== null) &&
      (organizations === undefined ||
        (viewer.mayAct && viewer.organizationId !== null && organizations.includes(viewer.organizationId))) &&
      (volunteer === undefined || viewer.volunteerId !== null),
  };
}
