import type { HomeRoute } from './page-route.js';

const anybody: HomeRoute = {
  room: 'welcome',
  load: async () => (await import('./rooms/welcome/home/home.page.js')).page,
};

const newcomer: HomeRoute = {
  room: 'me',
  load: async () => (await import('./rooms/me/coming-in/newcomer-home.page.js')).page,
};

const person: HomeRoute = {
  room: 'me/home',
  load: async () => (await import('./rooms/me/home/person-home.page.js')).page,
};

const member: HomeRoute = {
  room: 'member',
  load: async () => (await import('./rooms/member/home/home.page.js')).page,
};

/** The home of each kind of viewer. */
export const homes = {
  anybody,
  newcomer,
  person,
  member,
  office: { room: 'office', load: async () => (await import('./rooms/office/home/office-home.page.js')).page },
} as const satisfies Record<string, HomeRoute>;
