import type { PageRoute } from '../../page-route.js';

/** Who may see what of a person, who saw it, and what becomes of it. */
export const privacyRoutes: readonly PageRoute[] = [
  {
    path: '/me/permissions',
    room: 'privacy',
    load: async () => (await import('./permissions/permissions.page.js')).page,
    example: '/me/permissions',
  },
  {
    path: '/me/permissions/new',
    room: 'privacy',
    load: async () => (await import('./permissions/new-permission.page.js')).page,
    example: '/me/permissions/new',
  },
  {
    path: '/me/views',
    room: 'privacy',
    load: async () => (await import('./views/views.page.js')).page,
    example: '/me/views',
  },
  {
    path: '/me/card',
    room: 'privacy',
    load: async () => (await import('./card/card.page.js')).page,
    example: '/me/card',
  },
  {
    path: '/me/card/edit',
    room: 'privacy',
    load: async () => (await import('./card/edit-card.page.js')).page,
    example: '/me/card/edit',
  },
  {
    path: '/me/records',
    room: 'privacy',
    load: async () => (await import('./records/records.page.js')).page,
    example: '/me/records',
  },
  {
    path: '/me/export',
    room: 'privacy',
    load: async () => (await import('./export/export.page.js')).page,
    example: '/me/export',
  },
  {
    path: '/me/erasure',
    room: 'privacy',
    load: async () => (await import('./erasure/erasure.page.js')).page,
    example: '/me/erasure',
  },
  {
    path: '/me/guardianship',
    room: 'privacy',
    load: async () => (await import('./guardianship/guardianship.page.js')).page,
    example: '/me/guardianship',
  },
];
