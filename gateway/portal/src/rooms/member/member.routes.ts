import type { PageRoute } from '../../page-route.js';

const room = 'member';

/** What an officer of a member does. */
export const memberRoutes: readonly PageRoute[] = [
  { path: '/search', room, load: async () => (await import('./search/search.page.js')).page, example: '/search' },
  {
    path: '/people/$id',
    room,
    load: async () => (await import('./person/person.page.js')).page,
    example: null,
  },
  { path: '/cases', room, load: async () => (await import('./cases/cases.page.js')).page, example: '/cases' },
  {
    path: '/cases/meetings',
    room,
    load: async () => (await import('./cases/meetings.page.js')).page,
    example: '/cases/meetings',
  },
  { path: '/bodies', room, load: async () => (await import('./bodies/bodies.page.js')).page, example: '/bodies' },
  {
    path: '/bodies/meetings/$id',
    room,
    load: async () => (await import('./bodies/meeting.page.js')).page,
    example: null,
  },
  { path: '/bodies/$id', room, load: async () => (await import('./bodies/body.page.js')).page, example: null },
  {
    path: '/inquiries',
    room,
    load: async () => (await import('./inquiries/inquiries.page.js')).page,
    example: '/inquiries',
  },
  {
    path: '/applicants/$id',
    room,
    load: async () => (await import('./applicants/applicants.page.js')).page,
    example: '/applicants/01800ea8-d735-7277-98d0-8751776c7803',
  },
  {
    path: '/register',
    room,
    load: async () => (await import('./register/register.page.js')).page,
    example: '/register',
  },
  {
    path: '/register/people',
    room,
    load: async () => (await import('./register/people.page.js')).page,
    example: '/register/people',
  },
  {
    path: '/register/import',
    room,
    load: async () => (await import('./register/import.page.js')).page,
    example: '/register/import',
  },
  {
    path: '/emergencies',
    room,
    load: async () => (await import('./emergencies/emergencies.page.js')).page,
    example: '/emergencies',
  },
  {
    path: '/emergencies/new',
    room,
    load: async () => (await import('./emergencies/propose-emergency.page.js')).page,
    example: '/emergencies/new',
  },
  {
    path: '/mentoring/propose',
    room,
    load: async () => (await import('./mentoring/propose-pair.page.js')).page,
    example: '/mentoring/propose',
  },
  {
    path: '/desk',
    room,
    load: async () => (await import('./emergency-desk/desk-list.page.js')).page,
    example: '/desk',
  },
  {
    path: '/desk/new',
    room,
    load: async () => (await import('./emergency-desk/open-emergency.page.js')).page,
    example: '/desk/new',
  },
  {
    path: '/desk/$id',
    room,
    load: async () => (await import('./emergency-desk/desk.page.js')).page,
    example: '/desk/019f85b3-553c-727d-aa3d-931e86a31c2d',
  },
  {
    path: '/safeguarding',
    room,
    load: async () => (await import('./safeguarding/safeguarding.page.js')).page,
    example: '/safeguarding',
  },
  {
    path: '/publishing',
    room,
    load: async () => (await import('./publishing/publishing.page.js')).page,
    example: '/publishing',
  },
  {
    path: '/publishing/$id/guests',
    room,
    load: async () => (await import('./publishing/guests.page.js')).page,
    example: '/publishing/01848f15-2ea5-7108-84c4-12eaa579b0f2/guests',
  },
  {
    path: '/organization/texts',
    room,
    load: async () => (await import('./texts/texts.page.js')).page,
    example: '/organization/texts',
  },
  {
    path: '/agreements/new',
    room,
    load: async () => (await import('./agreements/register-agreement.page.js')).page,
    example: '/agreements/new',
  },
  {
    path: '/organization/hand-over',
    room,
    load: async () => (await import('./organization/hand-over.page.js')).page,
    example: '/organization/hand-over',
  },
  { path: '/letters', room, load: async () => (await import('./letters/letters.page.js')).page, example: '/letters' },
  { path: '/log', room, load: async () => (await import('./log/log.page.js')).page, example: '/log' },
  {
    path: '/organization',
    room,
    load: async () => (await import('./organization/organization.page.js')).page,
    example: '/organization',
  },
];
