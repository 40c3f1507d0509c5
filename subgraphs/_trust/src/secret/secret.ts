/** The secrets that a member's process was given, each under its definition. */
export type Secrets = ReadonlyMap<object, unknown>;

/**
 * A key, or something made of keys, that a member's process is given once and that what runs in it finds in its context.
 */
export interface Secret<Value> {
  /** Binds the value of this process. */
  is(value: Value): readonly [object, unknown];
  /** The value of the process that a request or a job runs in. @throws Error when the process was given none */
  of(member: { readonly secrets: Secrets }): Value;
}

/** Defines a secret of a member. The name is for the error alone. */
export function defineSecret<Value>(name: string): Secret<Value> {
  const secret: Secret<Value> = {
    is: (value) => [secret, value],
    of({ secrets }) {
      if (!secrets.has(secret)) throw new Error(`This process was given no ${name}.`);
      return secrets.get(secret) as Value;
    },
  };
  return secret;
}
