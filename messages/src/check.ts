import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from './read-catalogue.js';

/** What was found in the catalogues of a workspace. */
export interface CheckedCatalogues {
  readonly messages: number;
  /** One sentence a fault, with the file in front. */
  readonly faults: readonly string[];
}

const catalogues = ['*/src/**/messages.json', 'subgraphs/*/src/**/messages.json'];

/** Checks the catalogue of every package below a folder: each for itself, and that its sources use all of it. */
export function checkCatalogues(root: string): CheckedCatalogues {
  const found = globSync(catalogues, { cwd: root }).toSorted();
  const checked = found.map((file) => {
    const { templates, faults } = readCatalogue(
      'messages',
      JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, unknown>,
    );
    const used = literalsOf(join(root, file.slice(0, file.indexOf('/src/'))));
    const unused = [...templates.keys()].filter((key) => !used.has(key)).map((key) => `${key}: nobody says it`);
    return { count: templates.size, faults: [...faults, ...unused].map((fault) => `${file}: ${fault}`) };
  });
  return {
    messages: checked.reduce((sum, { count }) => sum + count, 0),
    faults: checked.flatMap(({ faults }) => faults),
  };
}

/** The texts in single quotes in the sources below a folder that could be keys. Tests say nothing to people. */
function literalsOf(folder: string): ReadonlySet<string> {
  const sources = globSync('src/**/*.ts', { cwd: folder }).filter((name) => !/\.(test|bench)\.ts$/.test(name));
  const texts = sources.map((name) => readFileSync(join(folder, name), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(/'([a-z0-9-]+)'/g)].map(([, literal = '']) => literal)));
}
