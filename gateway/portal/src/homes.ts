import type { HomeRoute } from './page-route.js';

const anybody: HomeRoute = {
  room: 'welcome',
  load: async () => (await import('./rooms/welcome/home/home.page.js')).page,
};

/** The home of each kind of viewer. */
export const homes = {
  anybody,
  newcomer: anybody,
  person: anybody,
  member: anybody,
  office: anybody,
} as const satisfies Record<string, HomeRoute>;
