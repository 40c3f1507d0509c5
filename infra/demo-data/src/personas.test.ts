import { describe, expect, it } from 'vitest';
import { organizationNamed } from './organizations.js';
import { personas } from './personas.js';
import { createDemoData } from './demo-data.js';

function persona(key: string) {
  const found = personas.find((one) => one.key === key);
  if (found === undefined) throw new Error(`There is no persona ${key}.`);
  return found;
}

describe('the personas', () => {
  it.each([
    ['registry-officer', 'registry-office', ['officer']],
    ['university-officer', 'mdu', ['officer']],
    ['university-2-officer', 'university-2', ['officer']],
    ['asan-school-officer', 'asan', ['officer']],
    ['union-officer', 'uvoa', ['officer']],
    ['safeguarding-lead', 'uvoa', ['safeguarding_lead']],
    ['alumni-officer', 'asap', ['officer']],
    ['alumni-coordinator', 'asap', ['officer', 'coordinator']],
    ['creative-officer', 'afci', ['officer']],
    ['center-officer', 'ivc', ['officer']],
    ['center-analyst', 'ivc', ['analyst']],
    ['admin', 'registry-office', ['admin', 'officer']],
    ['registry-system', 'registry-office', ['system']],
    ['union-system', 'uvoa', ['system']],
  ])('include %s of %s with the roles %j', (key, organizationKey, roles) => {
    expect(persona(key)).toMatchObject({
      organizationId: organizationNamed(organizationKey).id,
      volunteerId: null,
      roles,
      generated: true,
    });
  });

  it('include two volunteers, who are the first two persons and act for no organisation', () => {
    const demo = createDemoData();
    expect(persona('volunteer')).toMatchObject({ volunteerId: demo.person(0).id, organizationId: null });
    expect(persona('volunteer-2')).toMatchObject({ volunteerId: demo.person(1).id, organizationId: null });
    expect(persona('volunteer').roles).toEqual(['volunteer']);
  });

  it('include a minor and who decides for her, who have a family name in common and belong to no organisation', () => {
    const { guardian, ward } = createDemoData().family;
    expect(persona('guardian')).toMatchObject({ volunteerId: guardian.id, organizationId: null, roles: ['volunteer'] });
    expect(persona('ward')).toMatchObject({ volunteerId: ward.id, organizationId: null, roles: ['volunteer'] });
    expect(ward.familyName).toBe(guardian.familyName);
    const age = (born: string) => new Date().getUTCFullYear() - Number(born.slice(0, 4));
    expect([age(guardian.birthDate), age(ward.birthDate)]).toEqual([43, 15]);
  });

  it('read and write, each what their role may', () => {
    for (const { key, scopes } of personas) expect([key, scopes]).toEqual([key, ['graph:read', 'graph:write']]);
  });

  it('have distinct opaque subjects that stay the same', () => {
    expect(new Set(personas.map((one) => one.sub)).size).toBe(personas.length);
    expect(persona('volunteer').sub).toBe('019bba75d9f5775ead594a80a9c8ee98');
    for (const one of personas) expect(one.sub).toMatch(/^[0-9a-f]{32}$/);
  });

  it('have a system client of the office and one of the union', () => {
    const clients = personas.filter((one) => one.kind === 'client').map((one) => one.key);
    expect(clients).toEqual(['registry-system', 'union-system']);
  });
});
