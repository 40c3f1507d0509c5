import { isJsonObject, readOwn, type JsonObject } from '../subgraph/json.js';

/** A message of a client by the protocol `graphql-transport-ws`. */
export type SocketMessage =
  | { readonly type: 'connection_init' | 'ping' | 'pong'; readonly payload: JsonObject | null }
  | { readonly type: 'subscribe'; readonly id: string; readonly payload: JsonObject }
  | { readonly type: 'complete'; readonly id: string };

/** Reads a message; null when it is none of the protocol. What a `subscribe` asks for is not looked at. */
export function readSocketMessage(text: string): SocketMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isJsonObject(value)) return null;
  const type = readOwn(value, 'type');
  const payload = readOwn(value, 'payload') ?? null;
  const id = readOwn(value, 'id');
  switch (type) {
    case 'connection_init':
    case 'ping':
    case 'pong':
      return payload === null || isJsonObject(payload) ? { type, payload } : null;
    case 'subscribe':
      return typeof id === 'string' && id !== '' && isJsonObject(payload) ? { type, id, payload } : null;
    case 'complete':
      return typeof id === 'string' && id !== '' ? { type, id } : null;
    default:
      return null;
  }
}
