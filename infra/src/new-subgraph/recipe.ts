/** One step of a recipe: a new file, or a text that comes behind or before another one in a file. */
export interface RecipeStep {
  readonly file: string;
  readonly place: { readonly side: 'behind' | 'before'; readonly text: string } | null;
  readonly code: string;
}

const header = /^\d+\. (?:New: `([^`]+)`|In `([^`]+)`, (behind|before) `([^`]+)`)/;
const indent = /^ {3}/;

/** Reads the steps below a heading of CONTRIBUTING.md, up to the next one. @throws Error when there is none */
export function readRecipe(document: string, heading: string): readonly RecipeStep[] {
  const lines = document.split('\n');
  const start = lines.findIndex((line) => line.startsWith(heading));
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('#'));
  const steps: RecipeStep[] = [];
  let step: Omit<RecipeStep, 'code'> | null = null;
  let code: string[] | null = null;
  for (const line of start === -1 ? [] : lines.slice(start + 1, start + 1 + length)) {
    const [, created, edited, side, text] = header.exec(line) ?? [];
    if (created !== undefined) step = { file: created, place: null };
    if (edited !== undefined && text !== undefined)
      step = { file: edited, place: { side: side as 'behind' | 'before', text } };
    if (!line.trimStart().startsWith('```')) code?.push(line.replace(indent, ''));
    else if (code === null) code = [];
    else {
      if (step) steps.push({ ...step, code: code.join('\n') });
      [step, code] = [null, null];
    }
  }
  if (steps.length === 0) throw new Error(`There are no steps below "${heading}".`);
  return steps;
}

/**
 * A file's text after a step.
 *
 * @param text what it held, or null where there is no such file
 * @throws Error when the step cannot be taken there
 */
export function takeStep(text: string | null, { file, place, code }: RecipeStep): string {
  if (place === null) {
    if (text !== null) throw new Error(`${file} is there already.`);
    return `${code}\n`;
  }
  const at = text?.indexOf(place.text) ?? -1;
  if (text === null || at === -1) throw new Error(`${file} has no "${place.text}".`);
  const cut = place.side === 'behind' ? at + place.text.length : at;
  return `${text.slice(0, cut)}\n${code}\n${text.slice(cut)}`;
}
