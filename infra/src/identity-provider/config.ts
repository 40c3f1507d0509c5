import { z } from 'zod';

const json = <T extends z.ZodType>(model: T) =>
  z.string().transform((text, context): z.infer<T> => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
    const result = model.safeParse(value);
    if (result.success) return result.data as z.infer<T>;
    context.addIssue({ code: 'custom', message: z.prettifyError(result.error) });
    return z.NEVER;
  });

const model = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** Unset: `http://HOST:PORT` with the port that was bound. */
  ISSUER: z.url().optional(),
  STATE_DIR: z.string().min(1),
  CLIENT_SECRETS: json(z.record(z.string(), z.string().min(16))).default({}),
  PORTAL_ORIGINS: json(z.array(z.url())).default([]),
});

/** Configuration of the identity provider's process. */
export type ProviderConfig = z.infer<typeof model>;

/** Checks the whole environment at once. */
export function readConfig(environment: NodeJS.ProcessEnv): { config: ProviderConfig } | { problems: string } {
  const result = model.safeParse(environment);
  return result.success ? { config: result.data } : { problems: z.prettifyError(result.error) };
}
