import { z } from 'zod';

const hash = z
  .string()
  .regex(/^sha(256|384|512)-[A-Za-z0-9+/]{43,86}={0,2}$/, 'is not the hash of a script or a style');

/** What a build of the application has to be allowed beside its own files: a file beside them, which is not served. */
export const buildSchema = z.strictObject({
  /** Of style elements that a library writes. */
  styleHashes: z.array(hash).default([]),
  /** Of scripts that stand in the page itself. */
  scriptHashes: z.array(hash).default([]),
  /** Names of policies for trusted types. */
  trustedTypes: z.array(z.string().regex(/^[A-Za-z][\w-]{0,63}$/, 'is not the name of a policy')).default([]),
});

export type BuildNeeds = z.output<typeof buildSchema>;

/** The policies of what is served. */
export interface Policies {
  readonly page: string;
  /** Of a script, which a worker runs under. It has no say on trusted types, since workers load their parts by addresses. */
  readonly script: string;
}

/** An image with scripts of its own that is opened as a page. */
export const IMAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * What the application may do: load what the gateway serves, and speak to the gateway and where people sign in.
 *
 * @param origins that it may connect to beside the gateway
 */
export function policiesFor(
  { styleHashes, scriptHashes, trustedTypes }: BuildNeeds,
  origins: readonly string[],
): Policies {
  const quoted = (hashes: readonly string[]) => hashes.map((one) => `'${one}'`);
  const own = [
    "default-src 'none'",
    ["script-src 'self'", ...quoted(scriptHashes)].join(' '),
    ["connect-src 'self'", ...new Set(origins)].join(' '),
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  const page = [
    ...own,
    ["style-src 'self'", ...quoted(styleHashes)].join(' '),
    "manifest-src 'self'",
    "worker-src 'self'",
    "require-trusted-types-for 'script'",
    ['trusted-types', ...(trustedTypes.length === 0 ? ["'none'"] : trustedTypes)].join(' '),
  ];
  return { page: page.join('; '), script: own.join('; ') };
}

/** What the page may use of the device: nothing. */
export const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');
