import { hash } from 'node:crypto';

import { registerRecords, type RegisterRecord } from '@birlik/demo-data/register-records';

import type { PersonValues } from './person/person-values.js';
import type { TrainingRecord } from './person/train-person-model.js';

/** A record of an invented register; `person` is the truth, which no training sees. */
export interface InventedRecord extends TrainingRecord {
  readonly person: string;
}

/** The records of so many invented people; the same seed gives the same records. */
export function* trainingRecords(people: number, seed: string): Generator<InventedRecord> {
  for (const record of registerRecords(people, seed)) {
    yield { id: record.id, person: record.person, values: valuesOf(record) };
  }
}

function valuesOf(record: RegisterRecord): PersonValues {
  return {
    givenName: record.given,
    familyName: record.family,
    patronymic: record.patronymic,
    birthDate: record.born,
    phone: record.phone,
    email: email(record),
  };
}

/** The registers have no addresses: half of the records get one, one in eight of these not the person's usual one. */
function email({ id, person }: RegisterRecord): string | null {
  const draw = hash('sha256', id, 'buffer').readUInt8() % 16;
  if (draw < 8) return null;
  if (draw === 8) return `other.${id}@example.org`;
  return draw === 9 ? `person${person}x@example.az` : `person${person}@example.az`;
}
