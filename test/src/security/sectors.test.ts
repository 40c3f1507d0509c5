import { ORGANIZATION_ROLES } from '@birlik/gateway/pairwise/sector';
import { actingOrganization } from '@birlik/kernel/context';
import { createWorld } from '@birlik/world';
import { expect, test } from 'vitest';

const world = createWorld();

test('the gateway knows the same roles of an organisation as its members', () => {
  const organizationId = world.organization('uvoa').id;
  const roles = [...new Set(world.personas.flatMap((persona) => persona.roles)), 'stranger'];
  const acts = (role: string) =>
    actingOrganization({
      issuer: '',
      sub: '',
      volunteerId: null,
      organizationId,
      roles: [role],
      scopes: [],
      client: null,
    }) !== null;
  expect(roles.filter(acts).toSorted()).toEqual(roles.filter((role) => ORGANIZATION_ROLES.has(role)).toSorted());
  expect([...ORGANIZATION_ROLES].every(acts)).toBe(true);
});
