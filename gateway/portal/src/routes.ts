import type { PageRoute } from './page-route.js';
import { meRoutes } from './rooms/me/me.routes.js';
import { memberRoutes } from './rooms/member/member.routes.js';
import { officeRoutes } from './rooms/office/office.routes.js';
import { privacyRoutes } from './rooms/privacy/privacy.routes.js';
import { welcomeRoutes } from './rooms/welcome/welcome.routes.js';

/** Every page of the portal. Nothing else knows their addresses. */
export const routes: readonly PageRoute[] = [
  { path: '/', room: '', load: async () => (await import('./shell/home.js')).page, example: '/' },
  {
    path: '/settings',
    room: '',
    load: async () => (await import('./shell/settings.page.js')).page,
    example: '/settings',
  },
  ...welcomeRoutes,
  ...meRoutes,
  ...privacyRoutes,
  ...memberRoutes,
  ...officeRoutes,
];
