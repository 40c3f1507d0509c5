import type { Logger } from '../../telemetry/logger.js';
import { asksForPage } from '../graphiql/asks-for-page.js';
import type { ServePath } from '../http-server.js';
import { watchFolder } from './folder-watch.js';
import { signInOf, type PortalConfig, type SignIn } from './portal-config.js';
import { fileOf, looksLikeFile, PAGE_PATH, readPortalFiles, type PortalFile } from './portal-files.js';
import { IMAGE_POLICY, PERMISSIONS, policiesFor, type Policies } from './portal-policy.js';
import { isRead, sendFile } from './send-file.js';

/** The application for people. */
export interface Portal {
  /** Answers its files, its page at each of its own addresses, and `/portal.json`. */
  readonly serve: ServePath;
  close(): void;
}

/** What the application is made of. */
export interface PortalParts {
  readonly config: PortalConfig;
  readonly issuers: readonly { readonly issuer: string }[];
  readonly logger: Logger;
  /** Reads again what the application asks, before its files are read again after a change; when it rejects, both stay. */
  readonly rereadDocuments: () => Promise<void>;
}

/** What the application reads before anybody has signed in. */
const SETTINGS_PATH = '/portal.json';
/** Below it names hold a hash of the content. */
const HASHED = '/assets/';
/** What the gateway serves itself: no address below these is one of the application. */
const RESERVED: ReadonlySet<string> = new Set(['graphql', 'graphiql', 'health', 'files', 'cache']);

const NEVER = { 'cache-control': 'no-store' } as const;

/** Makes the application; null where no folder is configured. Rejects with a `ConfigError` when it cannot be served. */
export async function openPortal({ config, issuers, logger, rereadDocuments }: PortalParts): Promise<Portal | null> {
  const { folder } = config;
  if (folder === null) return null;
  const signIn = signInOf(config, issuers);
  const origins = [...(signIn === null ? [] : [new URL(signIn.issuer).origin]), ...config.connectTo];
  const settings = settingsFile(signIn);
  const read = async () => {
    const files = await readPortalFiles(folder);
    return { files, policies: policiesFor(files.needs, origins) };
  };
  let now = await read();
  const readAgain = async (): Promise<void> => {
    const next = await read();
    await rereadDocuments();
    now = next;
  };
  const watched = config.watch ? watchFolder(folder, readAgain, logger) : null;
  return {
    serve: (address, request, response) => {
      const path = plainPath(address);
      if (path === null) return false;
      const { files, policies } = now;
      const file = path === SETTINGS_PATH ? settings : files.byPath.get(path);
      if (file !== undefined) sendFile(request, response, file, headersOf(path, file, policies));
      else if (isPage(path) && (isItsName(path) || !isRead(request) || asksForPage(request.headers.accept))) {
        sendFile(request, response, files.page, { ...NEVER, ...pageHeaders(policies) });
      } else return false;
      return true;
    },
    close: () => watched?.close(),
  };
}

function settingsFile(signIn: SignIn | null): PortalFile {
  const settings = signIn ?? { issuer: null, clientId: null, scope: null, resource: null };
  return fileOf(SETTINGS_PATH, Buffer.from(JSON.stringify(settings)), new Map());
}

/** The path that an address means; null for one that the application cannot have, such as all that begin with a dot. */
function plainPath(address: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(address);
  } catch {
    return null;
  }
  if (!path.startsWith('/') || /[\\\p{Cc}]|\/[/.]/u.test(path)) return null;
  return RESERVED.has(path.split('/', 2)[1] ?? '') ? null : path;
}

/** Whether nothing but the page can be meant, whatever the request accepts: a worker that keeps it asks for it as for a file. */
function isItsName(path: string): boolean {
  return path === '/' || path === PAGE_PATH;
}

function isPage(path: string): boolean {
  return path === PAGE_PATH || !(path.startsWith(HASHED) || looksLikeFile(path));
}

function headersOf(path: string, { type }: PortalFile, policies: Policies): Readonly<Record<string, string>> {
  const caching = path.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache';
  const kept = { 'cache-control': path === SETTINGS_PATH ? NEVER['cache-control'] : caching };
  if (type.startsWith('text/html')) return { ...kept, ...pageHeaders(policies) };
  if (type.startsWith('text/javascript')) return { ...kept, 'content-security-policy': policies.script };
  return type.startsWith('image/svg') ? { ...kept, 'content-security-policy': IMAGE_POLICY } : kept;
}

function pageHeaders({ page }: Policies): Readonly<Record<string, string>> {
  return {
    'content-security-policy': page,
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': PERMISSIONS,
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
  };
}
