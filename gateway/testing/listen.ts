import type { AddressInfo, Server } from 'node:net';

/** Lets a server listen on a free port of this machine and returns the port. */
export async function listen(server: Server): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  server.removeListener('error', reject);
  return (server.address() as AddressInfo).port;
}
