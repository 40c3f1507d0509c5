import { ORGANIZATION_ROLES } from '@birlik/gateway/pairwise/sector';
import { actingOrganization } from '@birlik/trust/context';
import { createDemoData } from '@birlik/demo-data';
import { expect, test } from 'vitest';

const demo = createDemoData();

test('the gateway knows the same roles of an organisation as its members', () => {
  const organizationId = demo.organization('uvoa').id;
  const roles = [...new Set(demo.personas.flatMap((persona) => persona.roles)), 'stranger'];
  const acts = (role: string) =>
    actingOrganization({
      issuer: '',
      sub: '',
      volunteerId: null,
      organizationId,
      roles: [role],
      scopes: [],
      client: null,
      authTime: null,
    }) !== null;
  expect(roles.filter(acts).toSorted()).toEqual(roles.filter((role) => ORGANIZATION_ROLES.has(role)).toSorted());
  expect([...ORGANIZATION_ROLES].every(acts)).toBe(true);
});
