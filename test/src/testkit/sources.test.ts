import { generated } from '@birlik/demo-data';
import { describe, expect, test } from 'vitest';
import { sourceFault } from './sources.js';

const document = { az: 'Sənəd', en: 'Document' };
const quoted = new Set(['What it says.']);

describe('sourceFault', () => {
  test('is null for what a document states and for the mark of what is made up', () => {
    expect(sourceFault({ document, sentences: ['What it says.'] }, quoted)).toBeNull();
    expect(sourceFault(generated, quoted)).toBeNull();
  });

  test('names a row without a source, with an empty one, and with words that no source has', () => {
    expect(sourceFault(null, quoted)).toBe('has no source');
    expect(sourceFault(undefined, quoted)).toBe('has no source');
    expect(sourceFault({ document, sentences: [] }, quoted)).toBe('quotes nothing');
    expect(sourceFault({ document, sentences: ['Mine.'] }, quoted)).toBe('quotes what no source has: Mine.');
  });
});
