import type { Page } from './page/page.js';

/** A page's address, the room whose words it needs (`ROOM/home` for a home with words of its own), and where its code is. */
export interface PageRoute {
  /** A parameter is written `$id`. */
  readonly path: string;
  readonly room: string;
  readonly load: () => Promise<Page>;
  /**
   * An address of the page in the demo, for pictures and for the walk of all pages; null for a page of a person, whose id is another one
   * for each viewer.
   */
  readonly example: string | null;
}

/** A home: a page without an address of its own, since each person’s is at `/`. */
export type HomeRoute = Pick<PageRoute, 'room' | 'load'>;
