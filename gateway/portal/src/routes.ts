import type { PageRoute } from './page-route.js';
import { welcomeRoutes } from './rooms/welcome/welcome.routes.js';

/** Every page of the portal. Nothing else knows their addresses. */
export const routes: readonly PageRoute[] = [
  { path: '/', room: '', load: async () => (await import('./shell/home.js')).page, example: '/' },
  ...welcomeRoutes,
];
