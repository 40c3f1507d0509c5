const memberReference = /^( *)\{ "path": "subgraphs\/[a-z][^"]*" \},?$/;

/**
 * The text of a `tsconfig` of the root with a reference to the member, behind those to the other members.
 *
 * @throws Error when there is no other member to put it behind
 */
export function withMemberReference(text: string, member: string): string {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => memberReference.test(line));
  const line = lines[last];
  if (line === undefined) throw new Error('The configuration refers to no member, so there is no place for another.');
  const indent = memberReference.exec(line)?.[1] ?? '';
  const comma = line.endsWith(',') ? ',' : '';
  return lines
    .toSpliced(last, 1, line.replace(/,?$/, ','), `${indent}{ "path": "subgraphs/${member}" }${comma}`)
    .join('\n');
}
