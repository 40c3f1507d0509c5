import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, watch } from 'node:fs';
import { delimiter, join } from 'node:path';

import { projectRoot } from './supervisor/layout.js';

const folder = join(projectRoot, 'gateway', 'portal');

/** Where the development server shows the portal. */
export const devPortalUrl = 'http://localhost:5173';

/** An editor may write a file in steps. */
const quietTime = 200;

/**
 * Starts the portal's development server, which reloads a page when its files change, and writes the documents anew when one of them does.
 *
 * @param gatewayUrl whose graph it shows
 */
export function startDevPortal(gatewayUrl: string): { stop(): void } {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<'dev' | 'gen', string>>;
  };
  const programs = [folder, projectRoot].map((root) => join(root, 'node_modules', '.bin'));
  const env = {
    ...process.env,
    GATEWAY_URL: gatewayUrl,
    PATH: [...programs, process.env['PATH'] ?? ''].join(delimiter),
  };
  const running = new Set<ChildProcess>();
  const run = (script: string, output: 'ignore' | 'inherit'): Promise<void> => {
    // Of a group of its own, since a shell that is ended leaves what it started.
    const child = spawn('/bin/sh', ['-c', script], {
      cwd: folder,
      env,
      detached: true,
      stdio: ['ignore', output, 'inherit'],
    });
    running.add(child);
    return new Promise((resolve) => {
      child.once('close', () => {
        running.delete(child);
        resolve();
      });
    });
  };
  void run(scripts.dev, 'inherit');
  let generated = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(join(folder, 'src'), { recursive: true }, (_event, file) => {
    if (file === null || !holdsDocument(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => (generated = generated.then(() => run(scripts.gen, 'ignore'))), quietTime);
  });
  return {
    stop: () => {
      clearTimeout(timer);
      watcher.close();
      for (const { pid } of running) if (pid !== undefined) endGroup(pid);
    },
  };
}

function holdsDocument(file: string): boolean {
  if (!/\.tsx?$/.test(file) || file.startsWith('generated')) return false;
  try {
    return readFileSync(join(folder, 'src', file), 'utf8').includes('graphql(');
  } catch {
    // It is gone, and with it perhaps a document.
    return true;
  }
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch (error) {
    // It has ended by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
