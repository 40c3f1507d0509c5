/** How much memory a process had at a time. */
export interface Sample {
  readonly name: string;
  /** Since the load began. */
  readonly minute: number;
  readonly megabytes: number;
}

/** A process has grown when it ends this much above its first minutes. */
const tolerance = 1.1;

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * A table of each process's memory, the middle of every five minutes.
 *
 * @param settle minutes at the beginning that do not count
 * @returns the names of those whose last five minutes are more than a tenth above the five after `settle`
 */
export function growthReport(samples: readonly Sample[], settle: number): { text: string; grown: string[] } {
  const last = Math.max(0, ...samples.map(({ minute }) => minute));
  const windows = Array.from({ length: Math.max(1, Math.ceil(last / 5)) }, (_, index) => index * 5);
  const names = [...new Set(samples.map(({ name }) => name))];
  const middle = (name: string, from: number, to: number) =>
    median(
      samples.flatMap((one) => (one.name === name && one.minute >= from && one.minute < to ? [one.megabytes] : [])),
    );
  const lines = names.map((name) => {
    const cells = windows.map((from) => String(middle(name, from, from + 5)).padStart(7)).join('');
    const ratio = middle(name, last - 5, Infinity) / middle(name, settle, settle + 5);
    return { name, ratio, line: `  ${name.padEnd(20)}${cells}${ratio.toFixed(2).padStart(9)}\n` };
  });
  const head = `  ${'MB, from minute'.padEnd(20)}${windows.map((from) => String(from).padStart(7)).join('')}     grown\n`;
  return {
    text: head + lines.map(({ line }) => line).join(''),
    grown: lines.filter(({ ratio }) => !(ratio <= tolerance)).map(({ name }) => name),
  };
}
