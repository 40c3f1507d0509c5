import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

interface FrameFile {
  readonly url: string;
  /** Null for a file whose name holds the hash of its content. */
  readonly revision: string | null;
}

/**
 * Writes `sw.js`, which keeps the frame for when there is no connection: the page, what the page names itself, and the fonts without
 * which no language can be read. Pages, words and desks are kept when somebody has opened them.
 */
export function worker(): Plugin {
  let root = '';
  let folder = '';
  return {
    name: 'worker',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
      folder = config.build.outDir;
    },
    async writeBundle() {
      await build({
        configFile: false,
        root,
        logLevel: 'warn',
        publicDir: false,
        define: { FRAME: JSON.stringify(frameOf(folder)), 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir: folder,
          emptyOutDir: false,
          target: 'es2022',
          reportCompressedSize: false,
          rolldownOptions: {
            input: join(root, 'worker', 'worker.ts'),
            output: { format: 'iife', entryFileNames: 'sw.js' },
          },
        },
      });
    },
  };
}

function frameOf(folder: string): readonly FrameFile[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, url = '']) => url);
  const fonts = readdirSync(join(folder, 'assets')).filter((name) => /^latin.*\.woff2$/.test(name));
  const urls = new Set(['/index.html', ...named, ...fonts.map((name) => `/assets/${name}`)]);
  return [...urls].map((url) => ({
    url,
    revision: url.startsWith('/assets/') ? null : hashOf(readFileSync(join(folder, url))),
  }));
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
