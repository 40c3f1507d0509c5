/** An `insert into <table>` that no list of columns follows; in its place may be a part that is put in. */
const positionalInsert = /\binsert\s+into\s+(?:[\w.]|\$\{[^}]*\})+(?!\s*\(|[\w.$]|\s+\$\{)/gi;
/** A form, as a token endpoint takes it, is no request to the graph. */
const handmadeRequest =
  /\bfetch\((?:(?!;\n)[^])*?\bmethod: 'POST'(?!(?:(?!;\n)[^])*?\bbody: (?:form\b|new URLSearchParams\())/g;

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
