import { expect, test } from 'vitest';
import { settleTerms, type AgreementTerms } from './agreement.service.js';

const [first, second] = ['0190a1b2-0000-7000-8000-00000000000a', '0190a1b2-0000-7000-8000-00000000000b'];
const terms: AgreementTerms = { partyIds: [first, second], countryCodes: ['AZ', 'KZ'], signedOn: '2020-12-02' };

test('the same sets are always spelled the same', () => {
  const settled = settleTerms({
    ...terms,
    partyIds: [second, first.toUpperCase(), first],
    countryCodes: ['KZ', 'AZ', 'KZ'],
    sdgGoals: [17, 4, 10, 4],
  });
  expect(settled).toEqual({
    partyIds: [first, second],
    countryCodes: ['AZ', 'KZ'],
    sdgGoals: [4, 10, 17],
    signedOn: '2020-12-02',
    expiresOn: null,
  });
});

test('goals and an end that nobody stated stay unstated', () => {
  expect(settleTerms({ ...terms, sdgGoals: null, expiresOn: null })).toMatchObject({ sdgGoals: [], expiresOn: null });
});

test('an agreement may expire from the day after its signing', () => {
  expect(settleTerms({ ...terms, expiresOn: '2020-12-03' }).expiresOn).toBe('2020-12-03');
});

test.each([
  ['one party, however often it is named', { partyIds: [first, first.toUpperCase()] }, 'two parties'],
  ['one country', { countryCodes: ['AZ', 'AZ'] }, 'two countries'],
  ['an end on the day of signing', { expiresOn: '2020-12-02' }, 'expires after'],
  ['a goal 0', { sdgGoals: [0] }, '1 to 17'],
  ['a goal 18', { sdgGoals: [1, 18] }, '1 to 17'],
])('%s is refused', (_, change, reason) => {
  expect(() => settleTerms({ ...terms, ...change })).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(reason) as string }),
  );
});
