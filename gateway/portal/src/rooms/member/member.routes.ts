import type { PageRoute } from '../../page-route.js';

/** What an officer of a member does. */
export const memberRoutes: readonly PageRoute[] = [];
