import { describe, expect, it } from 'vitest';

import { CleanUps } from './clean-ups.js';

describe('CleanUps', () => {
  it('undoes in reverse order, and once, however often it is asked', async () => {
    const cleanUps = new CleanUps();
    const undone: string[] = [];
    cleanUps.add(() => void undone.push('first'));
    cleanUps.add(async () => void undone.push('second'));
    await Promise.all([cleanUps.run(), cleanUps.run()]);
    await cleanUps.run();
    expect(undone).toEqual(['second', 'first']);
  });

  it('goes on after a failure, and tells of it in the end', async () => {
    const cleanUps = new CleanUps();
    const undone: string[] = [];
    cleanUps.add(() => void undone.push('first'));
    cleanUps.add(() => Promise.reject(new Error('no')));
    await expect(cleanUps.run()).rejects.toThrow('Not everything could be stopped.');
    expect(undone).toEqual(['first']);
  });
});
