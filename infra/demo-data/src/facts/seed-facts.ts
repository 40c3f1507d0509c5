import { alumniFacts } from './alumni-facts.js';
import { asanSchoolFacts } from './asan-school-facts.js';
import { centerFacts } from './center-facts.js';
import { creativeFacts } from './creative-facts.js';
import { organizationFacts } from './organization-facts.js';
import { unionFacts } from './union-facts.js';

/** Every fact of the five source documents, by the area that it belongs to. */
export const seedFacts = {
  organizations: organizationFacts,
  asanSchool: asanSchoolFacts,
  alumni: alumniFacts,
  union: unionFacts,
  center: centerFacts,
  creative: creativeFacts,
} as const;

export type SeedFacts = typeof seedFacts;
