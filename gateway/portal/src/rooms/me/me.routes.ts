import type { PageRoute } from '../../page-route.js';

/** What a person does as themself: their home, coming in, their page, own facts, messages. */
export const meRoutes: readonly PageRoute[] = [
  {
    path: '/me',
    room: 'me',
    load: async () => (await import('./own-page/own-page.page.js')).page,
    example: '/me',
  },
  {
    path: '/me/facts',
    room: 'me',
    load: async () => (await import('./facts/own-facts.page.js')).page,
    example: '/me/facts',
  },
  {
    path: '/me/applications',
    room: 'me',
    load: async () => (await import('./applications/applications.page.js')).page,
    example: '/me/applications',
  },
  {
    path: '/me/mentoring',
    room: 'me',
    load: async () => (await import('./mentoring/mentoring.page.js')).page,
    example: '/me/mentoring',
  },
  {
    path: '/me/mentoring/find',
    room: 'me',
    load: async () => (await import('./mentoring/find-mentor.page.js')).page,
    example: '/me/mentoring/find',
  },
  {
    path: '/me/mentoring/offer',
    room: 'me',
    load: async () => (await import('./mentoring/offer.page.js')).page,
    example: '/me/mentoring/offer',
  },
  {
    path: '/me/mentoring/rounds',
    room: 'me',
    load: async () => (await import('./mentoring/rounds/rounds.page.js')).page,
    example: '/me/mentoring/rounds',
  },
  {
    path: '/me/mentoring/$id',
    room: 'me',
    load: async () => (await import('./mentoring/pair/pair.page.js')).page,
    example: null,
  },
  {
    path: '/me/events',
    room: 'me',
    load: async () => (await import('./events/events.page.js')).page,
    example: '/me/events',
  },
  {
    path: '/me/alumni',
    room: 'me',
    load: async () => (await import('./alumni/alumni-record.page.js')).page,
    example: '/me/alumni',
  },
  {
    path: '/me/alerts',
    room: 'me',
    load: async () => (await import('./alerts/alerts.page.js')).page,
    example: '/me/alerts',
  },
  {
    path: '/me/cases',
    room: 'me',
    load: async () => (await import('./cases/cases.page.js')).page,
    example: '/me/cases',
  },
  {
    path: '/me/bodies',
    room: 'me',
    load: async () => (await import('./bodies/bodies.page.js')).page,
    example: '/me/bodies',
  },
  {
    path: '/me/bodies/$id',
    room: 'me',
    load: async () => (await import('./bodies/meeting.page.js')).page,
    example: null,
  },
  {
    path: '/me/messages',
    room: 'me',
    load: async () => (await import('./messages/messages.page.js')).page,
    example: '/me/messages',
  },
  {
    path: '/me/messages/preferences',
    room: 'me',
    load: async () => (await import('./messages/preferences.page.js')).page,
    example: '/me/messages/preferences',
  },
  {
    path: '/me/recover',
    room: 'me',
    load: async () => (await import('./coming-in/recover.page.js')).page,
    example: '/me/recover',
  },
  {
    path: '/me/claim',
    room: 'me',
    load: async () => (await import('./coming-in/claim.page.js')).page,
    example: '/me/claim',
  },
];
