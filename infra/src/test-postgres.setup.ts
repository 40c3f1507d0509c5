import { startTestPostgres } from './test-postgres.js';

let stop: (() => Promise<void>) | undefined;

/** For "globalSetup" of a vitest project whose tests need PostgreSQL. */
export async function setup(): Promise<void> {
  ({ stop } = await startTestPostgres());
}

/** Counterpart of {@link setup}; vitest calls it after the last test, also when tests failed. */
export async function teardown(): Promise<void> {
  await stop?.();
}
