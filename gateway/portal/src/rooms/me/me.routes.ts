import type { PageRoute } from '../../page-route.js';

/** What a person does as themself: their home, coming in, their page, own facts, messages. */
export const meRoutes: readonly PageRoute[] = [];
