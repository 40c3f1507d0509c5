import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { Viewer } from './viewer.js';

/** A viewer as Birlik's identity providers describe it. */
export interface Member extends Viewer {
  readonly volunteerId: string | null;
  readonly organizationId: string | null;
}

const claimsSchema = z.object({ org: z.string().optional(), volunteer: z.string().optional() });

/** Reads what Birlik's tokens say beside what all tokens say; null: in an unknown form. */
export function readMember(viewer: Viewer, payload: JWTPayload): Member | null {
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) return null;
  const { issuer, sub, roles, scopes, client } = viewer;
  const { org, volunteer } = claims.data;
  return { issuer, sub, volunteerId: volunteer ?? null, organizationId: org ?? null, roles, scopes, client };
}

/** The same person or system, acting for no organisation and in no role of one. */
export function withoutOrganization(member: Member | null): Member | null {
  return member === null ? null : { ...member, organizationId: null, roles: [] };
}
