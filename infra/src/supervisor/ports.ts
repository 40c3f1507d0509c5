import { z } from 'zod';

import { freePort } from '../free-port.js';
import { readJsonFile, writeJsonFile } from './json-file.js';
import type { StateFolder } from './state-folder.js';

const portsModel = z.object({ ports: z.record(z.string(), z.number().int()) });

/**
 * A free port for each name: the one of the last start when it is still free.
 *
 * @param reserved ports that are free and will be used by others
 */
export async function assignPorts(
  folder: StateFolder,
  names: readonly string[],
  reserved: readonly number[],
): Promise<Record<string, number>> {
  const before = rememberedPorts(folder);
  const ports: Record<string, number> = {};
  const taken = new Set(reserved);
  for (const name of names) {
    let port = await freePort(before[name]);
    while (taken.has(port)) port = await freePort();
    taken.add(port);
    ports[name] = port;
  }
  rememberPorts(folder, ports);
  return ports;
}

/** The ports of the last start; empty when there was none or its file is unreadable, which costs nothing. */
export function rememberedPorts(folder: StateFolder): Record<string, number> {
  try {
    return readJsonFile(folder.ports, portsModel, '')?.ports ?? {};
  } catch {
    return {};
  }
}

/** Writes down the ports of this start. */
export function rememberPorts(folder: StateFolder, ports: Readonly<Record<string, number>>): void {
  writeJsonFile(folder.ports, { ports });
}
