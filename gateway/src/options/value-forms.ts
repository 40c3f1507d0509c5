import { z } from 'zod';

const HOUR_MS = 3_600_000;

/** A whole number that is at least `least`. */
export const count = (fallback: number, least = 1) => z.coerce.number().int().min(least).default(fallback);

/** A duration in milliseconds, of an hour at most where nothing else is said. */
export const milliseconds = (fallback: number, { least = 1, most = HOUR_MS } = {}) =>
  z.coerce.number().int().min(least).max(most).default(fallback);

/** A switch: `on` and `off` in the environment, true and false in the file. */
export const onOff = (fallback: boolean) =>
  z.union([z.boolean(), z.enum(['on', 'off']).transform((word) => word === 'on')]).default(fallback);

/** 0: any free port. */
export const port = z.coerce.number().int().min(0).max(65_535);

export const httpUrl = z.url({ protocol: /^https?$/ });

export const redisUrl = z.url({ protocol: /^rediss?$/ });

/** `https://portal.example`, as a browser writes it: no path, no default port, never `*` or `null`. */
export const origin = z
  .string()
  .refine((text) => /^https?:/.test(text) && URL.parse(text)?.origin === text, 'is not the origin of a page');
