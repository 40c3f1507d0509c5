import { bodyOf, postBody } from '@birlik/test-client';
import { expect, test } from 'vitest';
import type { TestMember } from './member.js';

/** What a member could give away if its door were open. */
export interface ClosedDoor {
  /** The running member; called inside tests only. */
  readonly member: () => TestMember;
  /** A public query, such as `{ faculties { nodes { id } } }`. */
  readonly query: string;
  /** A reference that the member resolves. */
  readonly reference: { readonly __typename: string } & Readonly<Record<string, string>>;
}

const refusal = {
  status: 401,
  answer: { errors: [{ message: expect.any(String) as string, extensions: { code: 'UNAUTHENTICATED' } }] },
};

/** What every member keeps to: only the gateway comes in, with an assertion for this one request. */
export function describeClosedDoor({ member, query, reference }: ClosedDoor): void {
  const body = bodyOf(query);
  const send = async (headers: Record<string, string>, text = body) => {
    const response = await postBody(member().url, text, { headers });
    return { status: response.status, answer: (await response.json()) as unknown };
  };

  test.for([
    ['a public query', body],
    ['the query for its SDL', bodyOf('{ _service { sdl } }')],
    [
      'an entity fetch',
      bodyOf('query ($references: [_Any!]!) { _entities(representations: $references) { __typename } }', {
        variables: { references: [reference] },
      }),
    ],
  ] as const)('%s without the gateway’s assertion gets 401 and nothing else', async ([, text]) => {
    expect(await send({}, text)).toEqual(refusal);
    expect(await send(await member().assert(text), text)).toEqual({
      status: 200,
      answer: { data: expect.any(Object) },
    });
  });

  test('an assertion counts once', async () => {
    const headers = await member().assert(body);
    expect((await send(headers)).status).toBe(200);
    expect(await send(headers)).toEqual(refusal);
  });

  test('an assertion that was made for another body gets 401 and nothing else', async () => {
    expect(await send(await member().assert(`${body} `))).toEqual(refusal);
  });

  test.for([
    ['another member', { aud: 'another-member' }],
    ['somebody else than the gateway', { iss: 'someone' }],
    ['an earlier time', { iat: Math.floor(Date.now() / 1000) - 50, exp: Math.floor(Date.now() / 1000) - 20 }],
  ] as const)('an assertion of or for %s gets 401 and nothing else', async ([, claims]) => {
    expect(await send(await member().assert(body, {}, claims))).toEqual(refusal);
  });
}
