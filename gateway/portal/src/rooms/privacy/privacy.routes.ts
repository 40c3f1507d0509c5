import type { PageRoute } from '../../page-route.js';

/** Who may see what of a person, who saw it, and what becomes of it. */
export const privacyRoutes: readonly PageRoute[] = [];
