import { inEveryLanguage } from '@birlik/kernel/localized';
import { newId } from '@birlik/kernel/identifier';
import type { JobKind } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import type { MemberIdentity, RequestContext } from '@birlik/trust/context';
import { writeMessage } from '@birlik/trust/message';
import { explain } from '../messages.js';
import { caseEntryKinds } from './support-case-entry.entity.js';
import { SupportCaseEntity, supportCaseStatuses } from './support-case.entity.js';

const texts = {
  changed: { subject: explain('case-changed-subject'), body: explain('case-changed-body') },
  decided: { subject: explain('case-decided-subject'), body: explain('case-decided-body') },
} as const;

type Database = RequestContext['em'];

/** Tells the person that something happened to their case, unless they were erased. */
async function tell(em: Database, { clock }: MemberIdentity, id: string, kind: unknown): Promise<void> {
  const found = await em.findOne(SupportCaseEntity, { id });
  if (!found) return;
  const { subject, body } = kind === caseEntryKinds.DECIDED ? texts.decided : texts.changed;
  await writeMessage(em, {
    volunteerId: found.volunteerId,
    organizationId: found.organizationId,
    kind: 'case-changed',
    subject: inEveryLanguage((language) => subject.in(language)),
    body: inEveryLanguage((language) => body.in(language)),
    sentAt: clock.now(),
  });
}

/** Closes a case to whose closing nobody objected. */
async function close(em: Database, { clock }: MemberIdentity, id: string): Promise<void> {
  const found = await em.findOne(SupportCaseEntity, { id, status: supportCaseStatuses.CLOSING });
  if (!found?.closesAt || found.closesAt > clock.now()) return;
  await runStatement(em, 'insert into support_case_entry (id, case_id, volunteer_id, kind) values (?, ?, ?, ?)', [
    newId(),
    id,
    found.volunteerId,
    caseEntryKinds.CLOSED,
  ]);
}

/** Writes what a meeting decided into the history of a case. */
async function answer(em: Database, id: string, item: string): Promise<void> {
  const found = await em.findOne(SupportCaseEntity, { id });
  if (!found) return;
  await runStatement(
    em,
    `insert into support_case_entry (id, case_id, volunteer_id, kind, decision, agenda_item_id)
     select ?, ?, ?, ?, decision, ? from decision_for(?) decision where decision is not null`,
    [newId(), id, found.volunteerId, caseEntryKinds.DECIDED, item, item],
  );
}

/** The jobs that triggers of cases and of meetings with officials make. */
export function supportCaseJobs(member: MemberIdentity): readonly JobKind[] {
  const idOf = (payload: { readonly [key: string]: unknown }) => String(payload['case']);
  return [
    { name: 'tell of a case', run: (em, { payload }) => tell(em, member, idOf(payload), payload['kind']) },
    { name: 'close a case', run: (em, { payload }) => close(em, member, idOf(payload)) },
    { name: 'answer a case', run: (em, { payload }) => answer(em, idOf(payload), String(payload['item'])) },
  ];
}
