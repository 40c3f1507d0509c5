import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { freePort } from '../free-port.js';
import { assignPorts, rememberPorts } from './ports.js';
import { StateFolder } from './state-folder.js';

it('gives nobody the port that another process of the stack is to have', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'birlik-ports-'));
  try {
    const folder = new StateFolder(dir);
    const gateway = await freePort();
    rememberPorts(folder, { registry: gateway, union: gateway });
    const ports = await assignPorts(folder, ['registry', 'union'], [gateway]);
    expect(new Set([gateway, ...Object.values(ports)]).size).toBe(3);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
