import { createDemoData } from '@birlik/demo-data';

import type { Account } from './account.js';

/** The personas of the demo data, with what the organisations are called that they act for. */
export function demoAccounts(): Account[] {
  const { personas, organizations } = createDemoData();
  return personas.map((persona) => {
    const organization = organizations.find(({ id }) => id === persona.organizationId);
    return { ...persona, ...(organization !== undefined && { organization: organization.name }) };
  });
}
