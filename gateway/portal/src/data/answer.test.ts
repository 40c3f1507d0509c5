import { describe, expect, it } from 'vitest';
import { sectionOf } from './answer.js';

const parts = [{ category: 'STUDY', owner: 'university', reason: 'NO_CONSENT' }];
const down = {
  code: 'UPSTREAM_UNAVAILABLE',
  message: 'The member does not answer.',
  service: 'university',
  path: ['me', 'enrolments'],
};

describe('a part of a page', () => {
  it('is data when there is something', () => {
    const answer = { data: { me: { enrolments: [{ id: '1' }] } }, errors: [] };
    expect(sectionOf(answer, ['me', 'enrolments'])).toEqual({ kind: 'data', value: [{ id: '1' }] });
  });

  it('is withheld when the person’s answer says so', () => {
    const answer = { data: { me: { enrolments: null } }, errors: [] };
    const section = sectionOf(answer, ['me', 'enrolments'], { category: 'STUDY', parts });
    expect(section).toEqual({ kind: 'withheld', ...parts[0] });
  });

  it('is down when an error stands at it or above it', () => {
    const answer = { data: { me: { enrolments: null } }, errors: [down] };
    expect(sectionOf(answer, ['me', 'enrolments'], { category: 'STUDY', parts: null }).kind).toBe('down');
    const above = { data: { me: null }, errors: [{ ...down, path: ['me'] }] };
    expect(sectionOf(above, ['me', 'enrolments']).kind).toBe('down');
  });

  it('is not down for an error elsewhere', () => {
    const answer = { data: { me: { enrolments: [], name: null } }, errors: [{ ...down, path: ['me', 'name'] }] };
    expect(sectionOf(answer, ['me', 'enrolments']).kind).toBe('empty');
  });

  it('is empty for a list or a connection of nothing', () => {
    expect(sectionOf({ data: { me: { enrolments: [] } }, errors: [] }, ['me', 'enrolments']).kind).toBe('empty');
    expect(sectionOf({ data: { campaigns: { nodes: [] } }, errors: [] }, ['campaigns']).kind).toBe('empty');
  });
});
