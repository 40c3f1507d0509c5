import { z } from 'zod';
import { httpUrl, onOff, origin } from '../../options/value-forms.js';

/** The section about the application for people that the gateway serves at `/`. */
export const portalSchema = z
  .strictObject({
    /** The folder of the built application; null: there is none. */
    folder: z.string().min(1).nullable().default(null),
    /** Whether the folder is read again when something in it changes. */
    watch: onOff(false),
    /** Where its people sign in; null: at the first of `issuers`. */
    issuer: httpUrl.nullable().default(null),
    /** What it is called there; null: nobody can sign in. */
    clientId: z.string().min(1).nullable().default(null),
    /** What it asks for there. */
    scope: z.string().min(1).default('openid profile graph:read graph:write'),
    /** The resource (RFC 8707) that it asks tokens for; null: what the issuer takes without a word. */
    resource: z.string().min(1).nullable().default(null),
    /** What it may connect to beside the gateway and the issuer, such as an issuer's token endpoint at another origin. */
    connectTo: z.array(origin).default([]),
  })
  .prefault({});

export type PortalConfig = z.output<typeof portalSchema>;

/** What the application has to know before anybody has signed in. */
export interface SignIn {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  readonly resource: string | null;
}

/** How people sign in; null where no client or no issuer is configured. */
export function signInOf(config: PortalConfig, issuers: readonly { readonly issuer: string }[]): SignIn | null {
  const { clientId, scope, resource } = config;
  const issuer = config.issuer ?? issuers[0]?.issuer;
  return issuer === undefined || clientId === null ? null : { issuer, clientId, scope, resource };
}
