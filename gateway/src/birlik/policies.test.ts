import { expect, test } from 'vitest';
import type { Member } from '../identity/member.js';
import { meets, type Clause } from '../guards/clause.js';
import { compilePolicies, policiesSchema } from './policies.js';

const NOBODY: Member = {
  issuer: 'http://idp',
  sub: 'v1',
  volunteerId: null,
  organizationId: null,
  roles: [],
  scopes: [],
  client: null,
  authTime: null,
  mayAct: false,
  claims: null,
};
const policies = compilePolicies(
  policiesSchema.parse({
    staff: { roles: ['admin', 'staff'] },
    export: { scopes: ['read', 'export'] },
    member: { organization: true },
    self: { volunteer: true },
    office: { roles: ['admin'], organizations: ['o1', 'o2'] },
    strict: { roles: ['admin'], organization: true },
  }),
);
const policy = (...anyOf: string[][]): Clause => ({ kind: 'policies', anyOf });
const scopes = (...anyOf: string[][]): Clause => ({ kind: 'scopes', anyOf });

test.each<[Clause, Partial<Member>, boolean]>([
  [{ kind: 'authenticated' }, {}, true],
  [scopes(['a', 'b'], ['c']), { scopes: ['a', 'b'] }, true],
  [scopes(['a', 'b'], ['c']), { scopes: ['c'] }, true],
  [scopes(['a', 'b'], ['c']), { scopes: ['a'] }, false],
  [policy(['staff']), { roles: ['staff'] }, true],
  [policy(['staff']), { roles: ['other'] }, false],
  [policy(['export']), { scopes: ['export', 'read'] }, true],
  [policy(['export']), { scopes: ['export'] }, false],
  [policy(['member']), { organizationId: 'o1' }, true],
  [policy(['member']), { volunteerId: 'v1' }, false],
  [policy(['self']), { volunteerId: 'v1' }, true],
  [policy(['strict']), { roles: ['admin'] }, false],
  [policy(['strict']), { roles: ['admin'], organizationId: 'o1' }, true],
  [policy(['office']), { roles: ['admin'], organizationId: 'o2', mayAct: true }, true],
  [policy(['office']), { roles: ['admin'], organizationId: 'o2', mayAct: false }, false],
  [policy(['office']), { roles: ['admin'], organizationId: 'o3', mayAct: true }, false],
  [policy(['office']), { roles: ['officer'], organizationId: 'o2', mayAct: true }, false],
  [policy(['office']), { roles: ['admin'], mayAct: true }, false],
  [policy(['member', 'self'], ['staff']), { organizationId: 'o1' }, false],
  [policy(['member', 'self'], ['staff']), { roles: ['staff'] }, true],
  [policy(['unknown']), { roles: ['unknown'], scopes: ['unknown'] }, false],
  [policy(['constructor']), {}, false],
])('%j is met by %j: %s', (clause, parts, expected) => {
  expect(meets(clause, { ...NOBODY, ...parts }, policies)).toBe(expected);
  expect(meets(clause, null, policies)).toBe(false);
});

test.each([[{ p: {} }], [{ p: { roles: [] } }], [{ p: { organization: false } }], [{ p: { group: ['a'] } }]])(
  'a policy that could be met by anyone is refused: %j',
  (config) => {
    expect(policiesSchema.safeParse(config).success).toBe(false);
  },
);
