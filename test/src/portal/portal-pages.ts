import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A page of the portal, as its own list has it. */
interface PortalPage {
  readonly path: string;
  readonly room: string;
  /** An address of the page in the demo. */
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

/** Every page of the portal, by who looks at it. @throws Error for a room that nobody is known to look at */
export async function pagesByPersona(): Promise<ReadonlyMap<string | null, readonly PortalPage[]>> {
  // The portal has types of its own, those of a browser: its list is read as it runs.
  const { routes } = (await import(/* @vite-ignore */ pathToFileURL(list).href)) as { routes: readonly PortalPage[] };
  const found = new Map<string | null, PortalPage[]>();
  for (const page of routes) {
    const persona = personaOf[page.room];
    if (persona === undefined) throw new Error(`Nobody is known to look at the room "${page.room}".`);
    found.set(persona, [...(found.get(persona) ?? []), page]);
  }
  return found;
}
