import { defineCatalogue } from '@birlik/messages/catalogue';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { expect, test } from 'vitest';
import { conflictOnDuplicate } from './statement.js';

const explain = defineCatalogue('club', {
  taken: { az: 'Artıq var.', en: 'It is there already.', ru: 'Это уже есть.', tr: 'Zaten var.' },
});

test('what a unique index refuses is a conflict, and any other failure stays what it is', async () => {
  const duplicate = new UniqueConstraintViolationException(new Error('duplicate key value: canary'));
  const made = conflictOnDuplicate(explain('taken'), () => Promise.reject(duplicate));
  await expect(made).rejects.toMatchObject({ code: 'CONFLICT', message: 'It is there already.', cause: duplicate });
  const other = new Error('connection lost');
  await expect(conflictOnDuplicate(explain('taken'), () => Promise.reject(other))).rejects.toBe(other);
  expect(await conflictOnDuplicate(explain('taken'), () => Promise.resolve(1))).toBe(1);
});
