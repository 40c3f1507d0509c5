import type { Adapter, AdapterFactory } from 'oidc-provider';
import { describe, expect, it } from 'vitest';

import { memoryAdapter } from './memory-adapter.js';

function adapterFor(factory: AdapterFactory, model: string): Adapter {
  return (factory as (name: string) => Adapter)(model);
}

describe('memoryAdapter', () => {
  it('forgets an entry when its life is over', async () => {
    let now = 0;
    const codes = adapterFor(
      memoryAdapter(() => now),
      'AuthorizationCode',
    );
    await codes.upsert('a', { uid: 'u' }, 60);
    now = 59_999;
    expect(await codes.find('a')).toEqual({ uid: 'u' });
    now = 60_000;
    expect(await codes.find('a')).toBeUndefined();
    expect(await codes.findByUid('u')).toBeUndefined();
  });

  it('keeps kinds of entries apart, also when their ids are equal', async () => {
    const factory = memoryAdapter();
    await adapterFor(factory, 'Session').upsert('a', { uid: 'u' }, 60);
    expect(await adapterFor(factory, 'Grant').find('a')).toBeUndefined();
    expect(await adapterFor(factory, 'Grant').findByUid('u')).toBeUndefined();
    expect(await adapterFor(factory, 'Session').findByUid('u')).toEqual({ uid: 'u' });
  });

  it('revokes everything that was issued under a grant', async () => {
    const factory = memoryAdapter();
    await adapterFor(factory, 'RefreshToken').upsert('a', { grantId: 'g' }, 60);
    await adapterFor(factory, 'RefreshToken').upsert('b', { grantId: 'h' }, 60);
    await adapterFor(factory, 'AuthorizationCode').revokeByGrantId('g');
    expect(await adapterFor(factory, 'RefreshToken').find('a')).toBeUndefined();
    expect(await adapterFor(factory, 'RefreshToken').find('b')).toEqual({ grantId: 'h' });
  });

  it('leaves a sign-in alone that is under way when the grant before it is revoked', async () => {
    const factory = memoryAdapter();
    await adapterFor(factory, 'Interaction').upsert('a', { grantId: 'g' }, 60);
    await adapterFor(factory, 'RefreshToken').revokeByGrantId('g');
    expect(await adapterFor(factory, 'Interaction').find('a')).toEqual({ grantId: 'g' });
  });

  it('marks a code as consumed at the first use', async () => {
    const codes = adapterFor(
      memoryAdapter(() => 5_000),
      'AuthorizationCode',
    );
    await codes.upsert('a', {}, 60);
    await codes.consume('a');
    expect(await codes.find('a')).toEqual({ consumed: 5 });
  });
});
