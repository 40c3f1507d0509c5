import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { vi } from 'vitest';
import { member as subgraph } from '../src/member.js';
import { resolveSubmitted } from './submitted-records.js';

const purpose = 'recruitment';
const name = { givenName: 'Aysel', familyName: 'Əliyeva' };

/** Officers by whom records are submitted and tries are read. */
export interface AddressOfficers {
  readonly university: Viewer;
  readonly office: Viewer;
}

/** Somebody new who signed up. */
export type Person = Viewer & { readonly volunteerId: string };

/** What the office sees of a try to claim a record. */
export interface Attempt {
  readonly way: string;
  readonly outcome: string;
  readonly recordId: string | null;
  readonly organization: { readonly id: string } | null;
}

/** A registry at which people confirm addresses and organisations submit records, and what its tests do there. */
export class AddressRegistry {
  readonly member: TestMember;
  readonly #officers: AddressOfficers;
  readonly #folder: string;

  private constructor(member: TestMember, officers: AddressOfficers, folder: string) {
    this.member = member;
    this.#officers = officers;
    this.#folder = folder;
  }

  static async start(officers: AddressOfficers): Promise<AddressRegistry> {
    const folder = await mkdtemp(join(tmpdir(), 'birlik-addresses-'));
    const member = await startMember(subgraph, { seed: true, environment: { MESSAGE_FOLDER: folder } });
    return new AddressRegistry(member, officers, folder);
  }

  async close(): Promise<void> {
    await this.member.close();
    await rm(this.#folder, { recursive: true });
  }

  async ask<Data>(as: Viewer, document: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.member.query<Data & object>(document, {
      as,
      variables: { ...variables },
      purpose,
    });
    if (!data) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Somebody signs up, by the same name each. */
  async newcomer(birthDate = '2001-02-03'): Promise<Person> {
    const as: Viewer = { ...volunteerViewer(''), sub: crypto.randomUUID(), volunteerId: null, roles: [] };
    await this.ask(as, 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }', {
      input: { ...name, birthDate },
    });
    const { viewerIdentity } = await this.ask<{ viewerIdentity: { volunteerId: string } }>(
      as,
      '{ viewerIdentity { volunteerId } }',
    );
    return { ...as, roles: ['volunteer'], volunteerId: viewerIdentity.volunteerId };
  }

  /** Submits a record of somebody of that name, and waits for what follows; gives the record's id. */
  async submit(localKey: string, values: object, as = this.#officers.university): Promise<string> {
    await this.ask(
      as,
      'mutation ($records: [SourceRecordInput!]!) { submitSourceRecords(records: $records) { __typename } }',
      { records: [{ localKey, ...name, birthDate: '2001-02-03', ...values }] },
    );
    await resolveSubmitted(this.member);
    await this.noJobs('offer records of an address');
    const { rows } = await this.member.owner.query<{ id: string }>(
      'select id from register_record where organization_id = $1 and local_key = $2',
      [as.organizationId, localKey],
    );
    return rows[0]?.id ?? '';
  }

  /** Confirms an address by the newest code that came to it, and waits for what follows; gives what was answered. */
  async confirm(as: Person, email: string): Promise<string> {
    await this.ask(as, 'mutation ($input: ChangeEmailInput!) { changeEmail(input: $input) { __typename } }', {
      input: { email },
    });
    await this.noJobs('send the code of a new address');
    const files = (await readdir(this.#folder)).toSorted();
    const mails = await Promise.all(files.map((file) => readFile(join(this.#folder, file), 'utf8')));
    const [, body = ''] = (mails.findLast((mail) => mail.includes(`To: ${email}`)) ?? '').split('\r\n\r\n');
    const answer = JSON.stringify(
      await this.ask(as, 'mutation ($code: String!) { confirmEmail(code: $code) { __typename } }', {
        code: /\d{8}/.exec(Buffer.from(body, 'base64').toString())?.[0],
      }),
    );
    await this.noJobs('claim records of an address');
    return answer;
  }

  /** Waits until the jobs of a kind are done. */
  async noJobs(kind: string): Promise<void> {
    const isDone = async () =>
      (await this.member.owner.query('select from job where kind = $1', [kind])).rowCount === 0;
    await vi.waitUntil(isDone, { timeout: 10_000 });
  }

  /** What the office sees of somebody's tries, newest first. */
  async attemptsOf({ volunteerId }: Person): Promise<Attempt[]> {
    const { claimAttempts } = await this.ask<{ claimAttempts: { nodes: (Attempt & { volunteer: { id: string } })[] } }>(
      this.#officers.office,
      '{ claimAttempts(first: 50) { nodes { way outcome recordId organization { id } volunteer { id } } } }',
    );
    return claimAttempts.nodes.flatMap(({ volunteer, ...attempt }) => (volunteer.id === volunteerId ? attempt : []));
  }

  /** Whose record it is, as the university is told; null if nobody's. */
  async ownerOf(localKey: string): Promise<string | null> {
    const { sourceRecords } = await this.ask<{
      sourceRecords: { nodes: { localKey: string; volunteer: { id: string } | null }[] };
    }>(this.#officers.university, '{ sourceRecords(first: 50) { nodes { localKey volunteer { id } } } }');
    return sourceRecords.nodes.find((record) => record.localKey === localKey)?.volunteer?.id ?? null;
  }
}
