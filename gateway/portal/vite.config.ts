import { join } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { precompress } from './build/precompress.plugin.ts';
import { trustedDocuments } from './build/trusted-documents.plugin.ts';
import { worker } from './build/worker.plugin.ts';

/** The gateway of the running stack, whose graph the development server shows; `npm run dev` says where it is. */
const { GATEWAY_URL: gateway = 'http://localhost:4000' } = loadEnv('', import.meta.dirname, 'GATEWAY_');

export default defineConfig(({ command }) => ({
  plugins: [
    trustedDocuments(),
    // React Aria has no Azerbaijani: what it says by itself is said by our own components, from our words.
    { ...optimizeLocales.vite({ locales: ['en-US', 'ru-RU', 'tr-TR'] }), enforce: 'pre' as const },
    lingui({
      configPath: join(import.meta.dirname, 'lingui.config.ts'),
      macroTransform: true,
      failOnMissing: command === 'build',
      failOnCompileError: true,
    }),
    react(),
    tailwind(),
    worker(),
    precompress(),
  ],
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What a page of its own needs is mostly there already; a list of it for each of a hundred pages would be part of the first load.
      resolveDependencies: (_, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []),
    },
    reportCompressedSize: false,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(['/graphql', '/portal.json', '/files'].map((path) => [path, gateway])),
  },
}));
