import type { PageRoute } from '../../page-route.js';

const room = 'welcome';

/** What anybody may look at. */
export const welcomeRoutes: readonly PageRoute[] = [
  {
    path: '/opportunities',
    room,
    load: async () => (await import('./opportunities/opportunity-list.page.js')).page,
    example: '/opportunities?country=AZ',
  },
  {
    path: '/opportunities/$id',
    room,
    load: async () => (await import('./opportunities/opportunity.page.js')).page,
    example: '/opportunities/019217c9-e76e-7778-8780-0ad741f619d6',
  },
];
