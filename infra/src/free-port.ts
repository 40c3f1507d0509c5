import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Whether a listener can be bound to this TCP port now. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Below the ports that systems give to connections that go out, which would take one between this look and its use. */
const range = { first: 20_000, end: 32_768 };

/** The preferred port when it is free, otherwise any other free one. */
export async function freePort(preferred?: number): Promise<number> {
  let port = preferred ?? randomInt(range.first, range.end);
  while (!(await isPortFree(port))) port = randomInt(range.first, range.end);
  return port;
}
