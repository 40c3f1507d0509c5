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
  {
    path: '/members',
    room,
    load: async () => (await import('./members/member-list.page.js')).page,
    example: '/members',
  },
  {
    path: '/members/$id',
    room,
    load: async () => (await import('./members/member.page.js')).page,
    example: '/members/01932aaa-1c82-752a-8e94-12f916309017',
  },
  {
    path: '/programme',
    room,
    load: async () => (await import('./programme/programme.page.js')).page,
    example: '/programme',
  },
  {
    path: '/abroad',
    room,
    load: async () => (await import('./abroad/abroad.page.js')).page,
    example: '/abroad',
  },
  {
    path: '/abroad/news',
    room,
    load: async () => (await import('./information/information.page.js')).page,
    example: '/abroad/news',
  },
  {
    path: '/directory',
    room,
    load: async () => (await import('./directory/directory.page.js')).page,
    example: '/directory',
  },
  {
    path: '/check-in/$code',
    room,
    load: async () => (await import('./emergency/check-in.page.js')).page,
    example: '/check-in/018915ae56c172fd9e29e5cc8d7bf8c8',
  },
  {
    path: '/missions',
    room,
    load: async () => (await import('./missions/missions.page.js')).page,
    example: '/missions',
  },
  {
    path: '/universities',
    room,
    load: async () => (await import('./universities/universities.page.js')).page,
    example: '/universities',
  },
  {
    path: '/countries',
    room,
    load: async () => (await import('./countries/country-list.page.js')).page,
    example: '/countries',
  },
  {
    path: '/countries/compare',
    room,
    load: async () => (await import('./countries/country-compare.page.js')).page,
    example: '/countries/compare?a=AZ&b=KZ&c=TR',
  },
  {
    path: '/countries/$code',
    room,
    load: async () => (await import('./countries/country.page.js')).page,
    example: '/countries/AZ',
  },
  {
    path: '/campaigns',
    room,
    load: async () => (await import('./campaigns/campaign-list.page.js')).page,
    example: '/campaigns',
  },
  {
    path: '/campaigns/$id',
    room,
    load: async () => (await import('./campaigns/campaign.page.js')).page,
    example: '/campaigns/019fba9e-d800-7557-9c2f-9cfae52fc7fc',
  },
  {
    path: '/conferences',
    room,
    load: async () => (await import('./conferences/conferences.page.js')).page,
    example: '/conferences',
  },
  {
    path: '/abroad/decisions',
    room: 'welcome',
    load: async () => (await import('./officials/decisions.page.js')).page,
    example: '/abroad/decisions',
  },
  {
    path: '/verify',
    room,
    load: async () => (await import('./verify/verify.page.js')).page,
    example: '/verify',
  },
  {
    path: '/campaigns/$id/applicants',
    room,
    load: async () => (await import('./campaigns/applicants.page.js')).page,
    example: '/campaigns/019fba9e-d800-7557-9c2f-9cfae52fc7fc/applicants',
  },
  {
    path: '/rounds',
    room,
    load: async () => (await import('./rounds/rounds.page.js')).page,
    example: '/rounds',
  },
  {
    path: '/rounds/new',
    room,
    load: async () => (await import('./rounds/open-round.page.js')).page,
    example: '/rounds/new',
  },
  {
    path: '/rounds/$id',
    room,
    load: async () => (await import('./rounds/round/round.page.js')).page,
    example: null,
  },
  {
    path: '/reports',
    room,
    load: async () => (await import('./reports/reports.page.js')).page,
    example: '/reports',
  },
];
