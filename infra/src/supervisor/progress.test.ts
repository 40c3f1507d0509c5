import { describe, expect, it } from 'vitest';

import { lineProgress } from './progress.js';

function record(isTTY: boolean) {
  const written: string[] = [];
  return { written, progress: lineProgress({ isTTY, write: (text) => written.push(text) }) };
}

describe('lineProgress', () => {
  it('writes one plain line a step when nobody sits at a terminal', async () => {
    const { written, progress } = record(false);
    await progress.step(
      'Demo data',
      async (advance) => {
        advance(0.5);
        return 3;
      },
      (count) => `${count} members`,
    );
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^ {2}✓ Demo data +\d+\.\d s {2}3 members\n$/);
    expect(progress.steps).toMatchObject([{ label: 'Demo data' }]);
  });

  it('draws a bar on a terminal and replaces it by the result', async () => {
    const { written, progress } = record(true);
    await progress.step('Demo data', async (advance) => advance(0.5));
    expect(written[1]).toContain(`${'█'.repeat(12)}${'░'.repeat(12)}  50 %`);
    const clearedLine = '\r\u001B[2K';
    expect(written.at(-1)?.startsWith(`${clearedLine}  ✓ Demo data `)).toBe(true);
    expect(written.at(-1)?.endsWith('\n')).toBe(true);
  });

  it('names the step that failed and passes its failure on', async () => {
    const { written, progress } = record(false);
    await expect(progress.step('Gateway', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(written).toEqual(['  ✗ Gateway\n']);
    expect(progress.steps).toEqual([]);
  });
});
