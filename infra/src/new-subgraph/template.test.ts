import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { readMemberName } from './member-name.js';
import { fillTemplates, readTemplates } from './template.js';

const templates = readTemplates(join(import.meta.dirname, 'template'));
const personal = readTemplates(join(import.meta.dirname, 'category-template'));
const health = { name: 'HEALTH', grantField: 'healthGrant' };

function filesOf(name: string, category: typeof health | null = null): ReadonlyMap<string, string> {
  const today = new Date('2027-01-05T23:00:00Z');
  const all = category === null ? templates : new Map([...templates, ...personal]);
  return fillTemplates(all, { name: readMemberName([name], []), port: 4008, today, category });
}

describe('the templates', () => {
  it.each([null, health])('leave no placeholder open, whether the category is %j', (category) => {
    const files = filesOf('red-crescent', category);
    expect(files.size).toBeGreaterThan(category === null ? 25 : 33);
    const open = [...files].filter(([path, text]) => /__\w+__/.test(path) || /__\w+__/.test(text));
    expect(open.map(([path]) => path)).toEqual([]);
  });

  it('name the first migration after its day', () => {
    const files = filesOf('scouts');
    expect(files.get('migrations/20270105-foundation.migration.ts')).toContain('class Migration20270105_foundation ');
    expect(files.get('src/database.ts')).toContain(
      `import { Migration20270105_foundation } from '../migrations/20270105-foundation.migration.js';`,
    );
  });

  it('give the database and its roles names without hyphens', () => {
    const environment = filesOf('red-crescent').get('.env.example');
    expect(environment).toContain('//birlik_red_crescent_app:secret@127.0.0.1:5432/birlik_red_crescent\n');
    expect(environment).toContain('PORT=4008\n');
  });
});
