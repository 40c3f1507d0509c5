import { expect, test } from 'vitest';
import { fileNameOf } from './file-name.js';

const png = { name: 'image/png', detected: ['image/png'], extensions: ['png'] };
const jpeg = { name: 'image/jpeg', detected: ['image/jpeg'], extensions: ['jpg', 'jpeg'] };

test.each([
  ['İş nümunəsi.png', png, 'İş nümunəsi.png'],
  ['работа.PNG', png, 'работа.PNG'],
  ['photo.jpeg', jpeg, 'photo.jpeg'],
  ['C:\\Users\\me\\photo.jpg', jpeg, 'photo.jpg'],
  ['../../etc/passwd', png, 'passwd.png'],
  ['..', png, null],
  ['', png, null],
  ['.png', png, 'png.png'],
  ['   ', png, null],
  ['setup.exe', png, 'setup.exe.png'],
  ['a\u202Egnp.exe', png, 'agnp.exe.png'],
  ['a\r\nX-Header: 1.png', png, 'aX-Header 1.png'],
  ['a\0b.png', png, 'ab.png'],
  ['no ending', jpeg, 'no ending.jpg'],
])('the name %j is kept as %j would be', (given, type, kept) => {
  expect(fileNameOf(given, type)).toBe(kept);
});

test('a name is no longer than a file system takes', () => {
  const name = fileNameOf(`${'ə'.repeat(400)}.png`, png) ?? '';
  expect(name).toMatch(/^ə{120}\.png$/);
});
