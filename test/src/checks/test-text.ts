/** An `insert into <table>` that no list of columns follows; in its place may be a part that is put in. */
const positionalInsert = /\binsert\s+into\s+(?:[\w.]|\$\{[^}]*\})+(?!\s*\(|[\w.$]|\s+\$\{)/gi;
const handmadeRequest = /\bfetch\((?:(?!;\n)[^])*?\bmethod: 'POST'/g;

/** What a test must not do itself, by the line on which it does. */
export function testFaults(text: string): readonly string[] {
  return [
    ...linesOf(text, positionalInsert).map((line) => `${line}: inserts without naming columns`),
    ...linesOf(text, handmadeRequest).map((line) => `${line}: posts without the test client`),
  ];
}

function linesOf(text: string, pattern: RegExp): readonly number[] {
  return [...text.matchAll(pattern)].map(({ index }) => text.slice(0, index).split('\n').length);
}
