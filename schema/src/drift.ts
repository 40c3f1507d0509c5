import type { ContractFiles } from './contract.js';

/**
 * Says where the committed contract differs from the one that the code makes: one message a file, none when they agree.
 * Each message names the file and the first line that differs.
 */
export function findDrift(committed: ContractFiles, fresh: ContractFiles): readonly string[] {
  const messages: string[] = [];
  for (const [name, text] of fresh) {
    const known = committed.get(name);
    if (known === undefined) messages.push(`schema/${name} is missing.`);
    else if (known !== text) messages.push(`schema/${name} is out of date: ${firstDifference(known, text)}`);
  }
  for (const name of committed.keys()) {
    if (!fresh.has(name)) messages.push(`schema/${name} belongs to no subgraph.`);
  }
  return messages;
}

function firstDifference(committed: string, fresh: string): string {
  const before = committed.split('\n');
  const after = fresh.split('\n');
  const length = Math.max(before.length, after.length);
  for (let index = 0; index < length; index += 1) {
    if (before[index] !== after[index]) {
      return `line ${index + 1} says ${quote(before[index])}, the code says ${quote(after[index])}.`;
    }
  }
  return 'the texts differ.';
}

const quote = (line: string | undefined): string => (line === undefined ? 'nothing' : `"${line.trim()}"`);
