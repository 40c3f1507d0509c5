/** What a member's process was given beside its database, each under its definition. */
export type Secrets = ReadonlyMap<object, unknown>;

/**
 * Something that a member's process is given once and that what runs in it finds in its context: a key, what is made of
 * keys, or a setting.
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
