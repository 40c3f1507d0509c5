import { DomainError } from '@birlik/kernel/errors';
import { DomainClock } from '@birlik/kernel/clock';
import type { Language } from '@birlik/messages/language';
import { expect, test } from 'vitest';
import type { MemberIdentity, Viewer } from '../context/context.js';
import { requireFreshSignIn } from './fresh-sign-in.js';

const member: MemberIdentity = {
  name: 'club',
  grantKey: null,
  releaseThreshold: 10,
  freshSignInSeconds: 300,
  clock: new DomainClock(),
  timeZone: 'Asia/Baku',
  secrets: new Map(),
};

function ask(authTime: number | null): DomainError | null {
  const viewer: Viewer = {
    issuer: 'https://identity.test',
    sub: 'aysel',
    volunteerId: null,
    organizationId: null,
    roles: [],
    scopes: [],
    client: null,
    authTime,
  };
  try {
    requireFreshSignIn({ member, requireViewer: () => viewer });
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

const secondsAgo = (seconds: number) => Date.now() / 1_000 - seconds;

test('a sign-in of just now is fresh, and one at a clock that is a little ahead', () => {
  for (const seconds of [0, 1, 290, -50]) expect(ask(secondsAgo(seconds)), String(seconds)).toBeNull();
});

test.for([
  ['of a while ago', secondsAgo(301)],
  ['of another day', secondsAgo(86_400)],
  ['at the beginning of the epoch', 0],
  ['that is to come', secondsAgo(-120)],
  ['far in the future', Number.MAX_SAFE_INTEGER],
  ['of which nothing is known', null],
] as const)('a sign-in %s is not, and the refusal says how old one may be', ([, authTime]) => {
  expect(ask(authTime)).toMatchObject({ code: 'FRESH_SIGN_IN_REQUIRED', details: { maxAgeSeconds: 300 } });
});

test('the refusal is told in each language', () => {
  const languages: readonly Language[] = ['az', 'en', 'ru', 'tr'];
  const texts = languages.map((language) => ask(null)?.explanation.in(language) ?? '');
  expect(new Set(texts).size).toBe(4);
  for (const text of texts) expect(text).toContain('300');
});
