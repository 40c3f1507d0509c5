import { newId } from '@birlik/kernel/identifier';
import { expect, test } from 'vitest';
import { programmeStages } from '../programme/programme-participation.entity.js';
import { serialNumber } from './serial-number.rule.js';

const id = '0198c5a4-7d3e-7abc-8def-0123456789ab';

test('a serial number shows the stage and the year', () => {
  expect(serialNumber({ id, stage: programmeStages.MASTER_1, issuedOn: '2026-09-09' })).toBe('M1-2026-DEF0123456789AB');
  expect(serialNumber({ id, stage: programmeStages.MASTER_2, issuedOn: '2025-01-01' })).toBe('M2-2025-DEF0123456789AB');
});

test('certificates of the same day have different serial numbers', () => {
  const numbers = Array.from({ length: 1000 }, () =>
    serialNumber({ id: newId(), stage: programmeStages.MASTER_1, issuedOn: '2026-09-09' }),
  );
  expect(new Set(numbers).size).toBe(numbers.length);
});
