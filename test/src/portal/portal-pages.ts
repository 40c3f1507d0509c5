import { createDemoData, id as demoId } from '@birlik/demo-data';
import type { Page } from 'playwright-core';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestStack } from '../testkit/stack.js';

/** A page of the portal, with an address of it in the demo. */
interface PortalPage {
  readonly room: string;
  readonly example: string;
}

const list = join(import.meta.dirname, '..', '..', '..', 'gateway', 'portal', 'src', 'routes.ts');

/** Whose pages the rooms have: a persona of the demo; null for anybody's. */
const personaOf: Readonly<Record<string, string | null>> = {
  '': 'volunteer',
  welcome: null,
  me: 'volunteer',
  privacy: 'volunteer',
  member: 'university-officer',
  office: 'admin',
};

/** Whose homes differ from those of a room: what waits there is another thing for each role. */
const otherHomes = [
  'new-nobody',
  'registry-officer',
  'safeguarding-lead',
  'union-officer',
  'asan-school-officer',
  'alumni-coordinator',
  'association-officer',
  'creative-officer',
  'center-officer',
  'center-analyst',
];

/** Who else looks at a page that shows them something else, by the persona's key. */
const alsoSeenBy: Readonly<Record<string, readonly string[]>> = {
  guardian: ['/', '/me/guardianship', '/me/bodies'],
  ward: ['/', '/me/guardianship', '/me/applications'],
  'alumni-coordinator': ['/', '/cases/meetings', '/emergencies', '/emergencies/new', '/rounds'],
  'alumni-officer': [
    '/',
    '/missions',
    '/desk',
    '/desk/new',
    `/desk/${demoId('emergency', 'drill')}`,
    '/bodies',
    `/bodies/${demoId('governance-body', 'board')}`,
  ],
  'safeguarding-lead': ['/', '/safeguarding'],
  'center-analyst': ['/', '/reports', '/agreements/new'],
  'union-officer': ['/', '/organization/texts'],
  'association-officer': [
    '/',
    '/cases',
    '/rounds',
    '/mentoring/propose',
    '/publishing',
    `/publishing/${demoId('alumni-event', 'evening')}/guests`,
  ],
};

/** Who says what the visit is for before they look at pages. */
export const statesPurpose: ReadonlySet<string | null> = new Set(['university-officer']);

const { id: somebody } = createDemoData().person(0);

/** Pages of one thing, by whom they are walked: the address up to the thing's id, and the id. */
const pagesOfOne: Readonly<Record<string, readonly (readonly [before: string, id: string])[]>> = {
  admin: [['/office/persons/', somebody]],
  'university-officer': [['/people/', somebody]],
  volunteer: [
    ['/me/mentoring/', demoId('mentorship', 0)],
    ['/me/bodies/', demoId('governance-meeting', 1)],
  ],
  'alumni-coordinator': [['/rounds/', demoId('matching-round', 'autumn')]],
  'alumni-officer': [['/bodies/meetings/', demoId('governance-meeting', 1)]],
};

/** A page as the portal’s own list has it; null: its address holds what only a running stack knows. */
interface Route {
  readonly room: string;
  readonly example: string | null;
}

/** Every page of the portal that has an address in the demo, by who looks at it. @throws Error for a room that nobody is known to look at */
export async function pagesByPersona(): Promise<ReadonlyMap<string | null, readonly PortalPage[]>> {
  // The portal has types of its own, those of a browser: its list is read as it runs.
  const { routes } = (await import(/* @vite-ignore */ pathToFileURL(list).href)) as { routes: readonly Route[] };
  const found = new Map<string | null, PortalPage[]>();
  // Everybody has a home of their own at the same address.
  for (const persona of new Set([...Object.values(personaOf), ...otherHomes]))
    found.set(persona, [{ room: '', example: '/' }]);
  for (const { room, example } of routes) {
    const persona = personaOf[room];
    if (persona === undefined) throw new Error(`Nobody is known to look at the room "${room}".`);
    if (example !== null && example !== '/') found.set(persona, [...(found.get(persona) ?? []), { room, example }]);
  }
  for (const [persona, examples] of Object.entries(alsoSeenBy)) {
    found.set(
      persona,
      examples.map((example) => ({ room: '', example })),
    );
  }
  return found;
}

/**
 * Where the links of a page lead that say for whom: a person's id is known to a running stack alone, and is another one for each
 * who sees it.
 */
export function addressesForOthers(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    "[...document.querySelectorAll('#content a[href*=\"?for=\"]')].map((link) => link.getAttribute('href'))",
  );
}

/** Pages of one thing whose id is another one for each who sees it: only a running stack knows their addresses. */
export function addressesOfOne(stack: Pick<TestStack, 'idsOf'>, as: string | null): string[] {
  const pages = pagesOfOne[as ?? ''] ?? [];
  // Whoever comes for the first time is nobody of the demo, and sees no ids.
  return pages.map(([before, id]) => before + encodeURIComponent(stack.idsOf(as).hide(id)));
}
