import { expect, test } from 'vitest';
import {
  consistencyRanges,
  emptyRoot,
  GrowingTree,
  inclusionRanges,
  isConsistent,
  isIncluded,
  leafHash,
  nodeHash,
  nodesOf,
  rootAbove,
  type Range,
} from './merkle.js';

/** The rows and roots that implementations of Certificate Transparency test themselves by, from one row to eight. */
const knownRows = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const knownRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const largest = 35;
const definedRoots = new Map<string, Uint8Array>();
const leaves = Array.from({ length: largest }, (_, index) => leafHash(`row ${index}`));

/** The root of a range by the definition (RFC 9162, 2.1.1), from which everything else has to follow. */
function definedRoot([from, to]: Range): Uint8Array {
  if (to - from === 0) return emptyRoot;
  if (to - from === 1) return leaves[from] ?? emptyRoot;
  const known = definedRoots.get(`${from} ${to}`);
  if (known) return known;
  let rows = 1;
  while (rows * 2 < to - from) rows *= 2;
  const root = nodeHash(definedRoot([from, from + rows]), definedRoot([from + rows, to]));
  definedRoots.set(`${from} ${to}`, root);
  return root;
}

/** The root of a range from its whole subtrees, as a store of nodes gives it. */
const storedRoot = (range: Range): Uint8Array =>
  rootAbove(
    nodesOf(range).map(({ level, position }) => definedRoot([position * 2 ** level, (position + 1) * 2 ** level])),
  );

const headOf = (size: number) => ({ size, root: definedRoot([0, size]) });
const inclusion = (index: number, size: number) => inclusionRanges(index, size).map(storedRoot);
const consistency = (earlier: number, size: number) => consistencyRanges(earlier, size).map(storedRoot);
const sizes = Array.from({ length: largest }, (_, index) => index + 1);

test('the roots are those that other implementations know', () => {
  const tree = new GrowingTree();
  expect(Buffer.from(tree.root).toString('hex')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
  for (const [index, row] of knownRows.entries()) {
    tree.append(leafHash(Buffer.from(row, 'hex')));
    expect(Buffer.from(tree.root).toString('hex')).toBe(knownRoots[index]);
  }
});

test('a tree that grows has the root of the definition at every size', () => {
  const tree = new GrowingTree();
  for (const size of sizes) {
    tree.append(leaves[size - 1] ?? emptyRoot);
    expect(tree.size).toBe(size);
    expect(Buffer.from(tree.root)).toEqual(Buffer.from(definedRoot([0, size])));
  }
});

test('every row of every tree is proven by as many hashes as the tree has levels, and no other row by them', () => {
  for (const size of sizes) {
    for (let index = 0; index < size; index += 1) {
      const hash = leaves[index] ?? emptyRoot;
      const proof = inclusion(index, size);
      expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      expect(isIncluded({ index, hash }, headOf(size), proof)).toBe(true);
      expect(isIncluded({ index, hash: leafHash('another row') }, headOf(size), proof)).toBe(false);
      expect(isIncluded({ index, hash }, { size, root: leafHash('another root') }, proof)).toBe(false);
      expect(isIncluded({ index, hash }, headOf(size), [...proof, hash])).toBe(false);
      if (size > 1) {
        expect(isIncluded({ index, hash }, headOf(size), proof.slice(1))).toBe(false);
        expect(isIncluded({ index: (index + 1) % size, hash }, headOf(size), proof)).toBe(false);
      }
    }
  }
  expect(isIncluded({ index: 3, hash: leaves[3] ?? emptyRoot }, headOf(3), [])).toBe(false);
});

test('every tree is proven to begin with every smaller one, and with no other rows', () => {
  for (const size of sizes) {
    for (let earlier = 1; earlier <= size; earlier += 1) {
      const proof = consistency(earlier, size);
      expect(isConsistent(headOf(earlier), headOf(size), proof)).toBe(true);
      const other = { size: earlier, root: leafHash('another past') };
      expect(isConsistent(other, headOf(size), proof)).toBe(false);
      expect(isConsistent(headOf(earlier), { size, root: leafHash('another present') }, proof)).toBe(false);
      expect(isConsistent(headOf(earlier), headOf(size), [...proof, emptyRoot])).toBe(false);
      if (proof.length > 0) {
        expect(isConsistent(headOf(earlier), headOf(size), proof.slice(0, -1))).toBe(false);
        expect(isConsistent(headOf(earlier), headOf(size), proof.with(0, emptyRoot))).toBe(false);
      }
    }
  }
  expect(isConsistent(headOf(5), headOf(4), [])).toBe(false);
  expect(isConsistent({ size: 0, root: emptyRoot }, headOf(4), [])).toBe(false);
});
