import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

/** Above this number of entries, those that have expired are swept out. */
const sweepAbove = 10_000;

/** What ends with its grant; a sign-in that is under way knows of the former grant and goes on. */
const issued: ReadonlySet<string> = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken']);

interface Entry {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/**
 * Keeps sessions, codes and grants in memory: a restart signs everyone out, which a demo can bear. Access tokens are
 * signed and not kept, so they survive.
 */
export function memoryAdapter(now: () => number = Date.now): AdapterFactory {
  const entries = new Map<string, Entry>();

  function find(matches: (model: string, payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload, expiresAt }] of entries) {
      if (expiresAt > now() && matches(modelOf(key), payload)) return payload;
    }
    return undefined;
  }

  return (model: string): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        if (entries.size >= sweepAbove) {
          for (const [key, entry] of entries) if (entry.expiresAt <= now()) entries.delete(key);
        }
        const expiresAt =
          expiresIn !== undefined && expiresIn > 0 ? now() + expiresIn * 1000 : Number.POSITIVE_INFINITY;
        entries.set(keyOf(id), { payload, expiresAt });
      },
      async find(id) {
        const entry = entries.get(keyOf(id));
        return entry && entry.expiresAt > now() ? entry.payload : undefined;
      },
      async findByUid(uid) {
        return find((kind, payload) => kind === model && payload.uid === uid);
      },
      async findByUserCode(userCode) {
        return find((kind, payload) => kind === model && payload.userCode === userCode);
      },
      async consume(id) {
        const entry = entries.get(keyOf(id));
        if (entry) entry.payload.consumed = Math.floor(now() / 1000);
      },
      async destroy(id) {
        entries.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries)
          if (payload.grantId === grantId && issued.has(modelOf(key))) entries.delete(key);
      },
    };
  };
}

function modelOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}
