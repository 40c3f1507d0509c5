import { spawnSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright-core';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the system's Chromium without a window. Close it when done. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: ARGUMENTS });
}

function findChromium(): string {
  const { stdout } = spawnSync('/bin/sh', ['-c', 'command -v chromium'], { encoding: 'utf8' });
  const file = stdout.trim();
  if (file !== '') return file;
  throw new Error('There is no program "chromium" on the path. On Debian: apt-get install chromium');
}
