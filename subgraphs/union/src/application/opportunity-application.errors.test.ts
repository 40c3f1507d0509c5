import { describe, expect, test } from 'vitest';
import { refusalToApply, refusalToDecide } from './opportunity-application.errors.js';

describe('applying', () => {
  test('is possible up to the last day and not after it', () => {
    const opportunity = { endsOn: '2026-03-10' };
    expect(refusalToApply(opportunity, '2025-12-31')).toBeNull();
    expect(refusalToApply(opportunity, '2026-03-10')).toBeNull();
    expect(refusalToApply(opportunity, '2026-03-11')?.code).toBe('CONFLICT');
  });

  test('is always possible where there is no last day', () => {
    expect(refusalToApply({ endsOn: null }, '2199-01-01')).toBeNull();
  });
});

describe('deciding', () => {
  const open = { status: 'submitted', accepted: 2, capacity: 3 };
  const accept = { accept: true, reason: null };
  const decline = { accept: false, reason: 'Another day' };

  test('accepts up to the capacity', () => {
    expect(refusalToDecide(accept, open)).toBeNull();
    expect(refusalToDecide(accept, { ...open, accepted: 3 })?.code).toBe('CONFLICT');
  });

  test('declines however full the opportunity is, with a reason', () => {
    expect(refusalToDecide(decline, { ...open, accepted: 3 })).toBeNull();
    expect(refusalToDecide({ ...decline, reason: null }, open)?.code).toBe('BAD_USER_INPUT');
    expect(refusalToDecide({ ...decline, reason: '' }, open)?.code).toBe('BAD_USER_INPUT');
  });

  test.each(['accepted', 'declined', 'withdrawn'])('leaves an application alone that is %s', (status) => {
    expect(refusalToDecide(accept, { ...open, status })?.code).toBe('CONFLICT');
    expect(refusalToDecide(decline, { ...open, status })?.code).toBe('CONFLICT');
  });
});
