import type { PageRoute } from '../../page-route.js';

/** What anybody may look at. */
export const welcomeRoutes: readonly PageRoute[] = [];
