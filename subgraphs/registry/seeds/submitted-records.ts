import type { Cell } from '@birlik/kernel/seed';
import { id, idAt, type DemoData, type DemoPerson, type FullName } from '@birlik/demo-data';
import { storedRow, type IncomingRecord } from '../src/linkage/source-record/accept-records.service.js';

type Written = Omit<IncomingRecord, 'localKey' | 'nationalNumberHashes'>;

const noContact = { phone: null, email: null };
const twin = { F: 'Zəhra', M: 'Zaur' };
/** Below it are the people whom personas and the first pages of lists show; a demo of any scale has some above it. */
const firstIndex = 600;

/** How a register has written somebody down whom the registry knows otherwise, so that the office is asked. */
const registers: readonly { readonly organizationKey: string; readonly write: (person: DemoPerson) => Written }[] = [
  // Somebody of the same name at the same number: a misprint, or another generation of the family.
  {
    organizationKey: 'mdu',
    write: (person) => ({ ...asRegistered(person), birthDate: yearsEarlier(person.birthDate, 27), email: null }),
  },
  // A namesake of one day, or one person who has moved.
  {
    organizationKey: 'university-2',
    write: (person) => ({ ...asRegistered(person), patronymic: null, phone: otherPhone(person), email: null }),
  },
  // A name in Russian, and nothing but the day beside it.
  {
    organizationKey: 'asan',
    write: (person) => ({ ...named(person.spellings.ru), patronymic: null, birthDate: person.birthDate, ...noContact }),
  },
  // A name as in a passport, without the father's, day and month exchanged.
  {
    organizationKey: 'asap',
    write: (person) => ({
      ...named(person.spellings.latin),
      patronymic: null,
      birthDate: exchanged(person.birthDate),
      ...noContact,
    }),
  },
  // A twin at the family's number and address.
  { organizationKey: 'asan', write: (person) => ({ ...asRegistered(person), givenName: twin[person.sex] }) },
  // Given and family name exchanged, and no day.
  {
    organizationKey: 'asap',
    write: (person) => ({
      givenName: person.familyName,
      familyName: person.givenName,
      patronymic: null,
      birthDate: null,
      phone: person.phone,
      email: null,
    }),
  },
];

function named({ givenName, familyName, patronymic }: FullName): FullName {
  return { givenName, familyName, patronymic };
}

function asRegistered(person: DemoPerson): Written {
  const { birthDate, phone, email } = person;
  return { ...named(person), birthDate, phone, email };
}

function yearsEarlier(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
}

function exchanged(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}-${date}-${month}`;
}

/** A number that nobody has: no Azerbaijani area code begins with 0, and no person of the demo has this one. */
function otherPhone({ index }: DemoPerson): string {
  return `+99401${String(9_999_999 - index)}`;
}

/** A record that an organisation has submitted and that waits to be resolved. */
interface SubmittedRecord {
  readonly id: string;
  readonly versionId: string;
  readonly operationId: string;
  readonly organizationId: string;
  readonly submittedBy: string;
  readonly submittedAt: Date;
  readonly row: ReturnType<typeof storedRow>;
}

/**
 * Records of organisations' registers as `submitSourceRecords` leaves them: accepted and compared with nobody, which the
 * registry's job does when it runs. Each is of somebody with a tie to the organisation, and a question to the office.
 */
export function submittedRecords(demo: DemoData): readonly SubmittedRecord[] {
  const taken = new Set<number>();
  const now = Date.now();
  return registers.map(({ organizationKey, write }, place) => {
    const { id: organizationId } = demo.organization(organizationKey);
    const person = memberOf(demo, organizationId, taken);
    taken.add(person.index);
    const localKey = `${organizationKey}-${person.index}`;
    const officer = demo.personas.find(
      (persona) => persona.organizationId === organizationId && persona.roles.includes('officer'),
    );
    return {
      id: idAt(now, 'submitted-record', place),
      versionId: idAt(now + place, 'submitted-version', place),
      operationId: id('submission', organizationKey),
      organizationId,
      submittedBy: officer?.sub ?? organizationKey,
      submittedAt: new Date(now),
      row: storedRow({ ...write(person), localKey, nationalNumberHashes: [] }),
    };
  });
}

/** Somebody with a tie to the organisation and a name of Azerbaijan, written in its letters, whom no other record is of. */
function memberOf(demo: DemoData, organizationId: string, taken: ReadonlySet<number>): DemoPerson {
  for (let index = firstIndex; index < demo.personCount; index += 1) {
    const person = demo.person(index);
    const { affiliations, homeCountry, script, patronymic, birthDate } = person;
    const isTied = affiliations.some((tie) => tie.organizationId === organizationId);
    const isOfHere = homeCountry === 'AZ' && script === 'az' && patronymic !== null;
    // Day and month can be exchanged.
    const isEarly = Number(birthDate.slice(8)) <= 12 && birthDate.slice(5, 7) !== birthDate.slice(8);
    if (isTied && isOfHere && isEarly && !taken.has(index)) return person;
  }
  throw new Error(`The demo has nobody whose record ${organizationId} could submit.`);
}

/** The registers' records, which have no values until they are resolved. */
export function* acceptedRecords(records: readonly SubmittedRecord[]): Generator<readonly Cell[]> {
  for (const { id: recordId, organizationId, row } of records) {
    yield [recordId, organizationId, row.localKey, 1, `\\x${row.digest}`];
  }
}

/** What was written down, with who submitted it, for what, and in which operation. */
export function* acceptedVersions(records: readonly SubmittedRecord[]): Generator<readonly Cell[]> {
  for (const { id: recordId, versionId, operationId, organizationId, submittedBy, submittedAt, row } of records) {
    const { givenName, familyName, patronymic, birthDate, phone, email } = row;
    const written = [givenName, familyName, patronymic, birthDate, phone, email, row.nationalNumberHashes];
    const source = [submittedBy, submittedAt, 'recruitment', operationId, 'demo'];
    yield [recordId, 1, organizationId, ...written, ...source, versionId];
  }
}

/** What waits for the job. */
export function* waitingSubmissions(records: readonly SubmittedRecord[]): Generator<readonly Cell[]> {
  for (const { id: recordId, versionId, organizationId, row } of records) {
    yield [versionId, recordId, organizationId, row.values, row.blockingKeys, row.nationalNumberHashes];
  }
}
