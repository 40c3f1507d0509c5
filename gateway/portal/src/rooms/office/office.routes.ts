import type { PageRoute } from '../../page-route.js';

const room = 'office';

/** What the federation’s office and its operators do. */
export const officeRoutes: readonly PageRoute[] = [
  {
    path: '/office/reviews',
    room,
    load: async () => (await import('./reviews/review-desk.page.js')).page,
    example: '/office/reviews',
  },
  {
    path: '/office/organizations',
    room,
    load: async () => (await import('./organizations/organization-list.page.js')).page,
    example: '/office/organizations',
  },
  {
    path: '/office/organizations/new',
    room,
    load: async () => (await import('./organizations/register-organization.page.js')).page,
    example: '/office/organizations/new',
  },
  {
    path: '/office/organizations/$id',
    room,
    load: async () => (await import('./organizations/organization.page.js')).page,
    example: '/office/organizations/01932aaa-1c82-752a-8e94-12f916309017',
  },
  {
    path: '/office/issuers',
    room,
    load: async () => (await import('./issuers/issuer-list.page.js')).page,
    example: '/office/issuers',
  },
  {
    path: '/office/mandates',
    room,
    load: async () => (await import('./mandates/mandate-list.page.js')).page,
    example: '/office/mandates',
  },
  {
    path: '/office/purposes',
    room,
    load: async () => (await import('./purposes/purpose-table.page.js')).page,
    example: '/office/purposes',
  },
  {
    path: '/office/erasures',
    room,
    load: async () => (await import('./erasures/erasure-list.page.js')).page,
    example: '/office/erasures',
  },
  {
    path: '/office/recoveries',
    room,
    load: async () => (await import('./recoveries/recovery-list.page.js')).page,
    example: '/office/recoveries',
  },
  {
    path: '/office/claims',
    room,
    load: async () => (await import('./claims/claim-list.page.js')).page,
    example: '/office/claims',
  },
  {
    path: '/office/persons',
    room,
    load: async () => (await import('./persons/look-up.page.js')).page,
    example: '/office/persons',
  },
  {
    path: '/office/persons/$id',
    room,
    load: async () => (await import('./persons/linked-person.page.js')).page,
    example: null,
  },
  {
    path: '/office/guardianships',
    room,
    load: async () => (await import('./guardianships/guardianship-list.page.js')).page,
    example: '/office/guardianships',
  },
  {
    path: '/office/guardianships/new',
    room,
    load: async () => (await import('./guardianships/record-guardianship.page.js')).page,
    example: '/office/guardianships/new',
  },
  {
    path: '/office/emergencies',
    room,
    load: async () => (await import('./emergencies/emergency-list.page.js')).page,
    example: '/office/emergencies',
  },
  {
    path: '/office/safeguarding',
    room,
    load: async () => (await import('./safeguarding/safeguarding-list.page.js')).page,
    example: '/office/safeguarding',
  },
  {
    path: '/office/log',
    room,
    load: async () => (await import('./log/office-log.page.js')).page,
    example: '/office/log',
  },
  {
    path: '/operator',
    room,
    load: async () => (await import('./operator/operator.page.js')).page,
    example: '/operator',
  },
  {
    path: '/operator/operations',
    room,
    load: async () => (await import('./operator/operator-operations.page.js')).page,
    example: '/operator/operations',
  },
  {
    path: '/operator/schemas',
    room,
    load: async () => (await import('./operator/operator-schemas.page.js')).page,
    example: '/operator/schemas',
  },
];
