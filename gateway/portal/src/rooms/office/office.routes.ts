import type { PageRoute } from '../../page-route.js';

/** What the federation’s office and its operators do. */
export const officeRoutes: readonly PageRoute[] = [];
