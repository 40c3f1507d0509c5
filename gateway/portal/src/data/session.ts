import type { User, UserManager } from 'oidc-client-ts';
import { forgetOpened } from './release.js';

/** Who uses the portal: nobody known, somebody who signed in, somebody whose sign-in ended, or somebody whom no provider answered. */
export type SessionState = 'anonymous' | 'signed-in' | 'ended' | 'unanswered';

/** What the gateway says of the place where people sign in. */
interface SignInPlace {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  /** What tokens are asked for (RFC 8707); null: what the issuer takes without a word. */
  readonly resource: string | null;
}

/** Only that somebody signed in here is kept, never a token: a reload asks the provider anew. */
const markKey = 'birlik.signed-in';
const returnPath = '/callback';

let state: SessionState = 'anonymous';
let user: User | null = null;
let manager: Promise<UserManager> | null = null;
const listeners = new Set<() => void>();

/** Where the session stands, for `useSyncExternalStore`. */
export const session = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  state: (): SessionState => state,
};

function become(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

async function createManager(): Promise<UserManager> {
  const [{ UserManager, WebStorageStateStore, InMemoryWebStorage }, place] = await Promise.all([
    import('oidc-client-ts'),
    fetch('/portal.json').then(async (response) => (await response.json()) as SignInPlace),
  ]);
  return new UserManager({
    authority: place.issuer,
    client_id: place.clientId,
    redirect_uri: `${location.origin}${returnPath}`,
    post_logout_redirect_uri: `${location.origin}/`,
    scope: place.scope,
    ...(place.resource !== null && { resource: place.resource }),
    automaticSilentRenew: false,
    monitorSession: false,
    loadUserInfo: false,
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    // The verifier of a sign-in that is under way, and nothing of the person: it is taken away when they come back.
    stateStore: new WebStorageStateStore({ store: sessionStorage, prefix: 'birlik.oidc.' }),
  });
}

function getManager(): Promise<UserManager> {
  manager ??= createManager();
  return manager;
}

/** Why somebody is sent to the provider: to sign in, to come back after a reload, or to sign in anew for what needs it. */
export type SignInReason = 'sign-in' | 'return' | 'fresh';

/**
 * Sends the browser to the provider; it comes back to the path that it left.
 *
 * @returns false when the provider does not answer, which the session then says
 */
export async function signIn(
  language: string,
  reason: SignInReason = 'sign-in',
  path = currentPath(),
): Promise<boolean> {
  try {
    const provider = await getManager();
    await provider.signinRedirect({
      state: { path },
      ui_locales: language,
      ...(reason === 'return' && { prompt: 'none' }),
      ...(reason === 'fresh' && { prompt: 'login', max_age: 0 }),
    });
    return true;
  } catch {
    manager = null;
    become('unanswered');
    return false;
  }
}

function currentPath(): string {
  return `${location.pathname}${location.search}`;
}

/**
 * Finds out who is here, before the first page: ends a sign-in that comes back, or asks the provider again when somebody had signed in
 * before a reload.
 *
 * @returns the path to go on with; null while the browser leaves for the provider
 */
export async function resumeSession(language: string): Promise<string | null> {
  const path = currentPath();
  if (location.pathname === returnPath) return endSignIn();
  if (sessionStorage.getItem(markKey) === null) return path;
  if (await signIn(language, 'return')) return null;
  returnWhenOnline(language);
  return path;
}

/** Without a connection nobody could be asked: that is done when there is one, unless it would take away what somebody has written. */
function returnWhenOnline(language: string): void {
  if (navigator.onLine) return;
  let hasWritten = false;
  addEventListener('input', () => (hasWritten = true), { once: true });
  addEventListener('online', () => void (hasWritten || signIn(language, 'return')), { once: true });
}

async function endSignIn(): Promise<string> {
  try {
    const provider = await getManager();
    const signedIn = await provider.signinRedirectCallback();
    user = signedIn;
    sessionStorage.setItem(markKey, '1');
    become('signed-in');
    return ownPath((signedIn.state as { path?: unknown } | undefined)?.path);
  } catch (error) {
    sessionStorage.removeItem(markKey);
    manager = null;
    // The provider says so when a session that a reload wanted back has ended, or when somebody turned round.
    const left = (error as { state?: { path?: unknown } }).state?.path;
    return ownPath(left);
  }
}

/** A path of this application, whatever came back. */
function ownPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) && !path.startsWith(returnPath) ? path : '/';
}

/**
 * The access token, renewed when less than half a minute of it is left. Several requests at once share one renewal.
 *
 * @returns null for somebody who is not signed in, or whose sign-in can't be renewed
 * @throws when the provider can't be reached: what it would say is not known
 */
export async function accessToken(): Promise<string | null> {
  if (user === null) return null;
  if ((user.expires_in ?? 0) > 30) return user.access_token;
  renewal ??= renew().finally(() => {
    renewal = null;
  });
  await renewal;
  return user?.access_token ?? null;
}

let renewal: Promise<void> | null = null;

async function renew(): Promise<void> {
  try {
    const provider = await getManager();
    user = (await provider.signinSilent()) ?? null;
  } catch (error) {
    if ((error as Error).name !== 'ErrorResponse') throw error;
    user = null;
  }
  if (user === null) endSession();
}

/** Notes that the gateway takes this sign-in no more; what is on the page stays until the person signs in again. */
export function endSession(): void {
  user = null;
  sessionStorage.removeItem(markKey);
  become('ended');
}

/** Signs out here and at the provider. */
export async function signOut(): Promise<void> {
  sessionStorage.removeItem(markKey);
  const idToken = user?.id_token;
  user = null;
  await forgetOpened();
  try {
    const provider = await getManager();
    await provider.signoutRedirect(idToken === undefined ? {} : { id_token_hint: idToken });
  } catch {
    // The provider can't be reached: at least nothing of the person stays on the screen.
    location.replace('/');
  }
}
