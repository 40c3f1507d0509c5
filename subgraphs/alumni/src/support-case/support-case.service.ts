import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import { AlumnusEntity } from '../alumnus/alumnus.entity.js';
import { AssociationEntity } from '../association/association.entity.js';
import { explain } from '../messages.js';
import { PlatformEntity } from '../platform/platform.entity.js';
import { SupportCaseEntryEntity, type CaseEntryKind } from './support-case-entry.entity.js';
import { refusedCase } from './support-case-refusal.service.js';
import type { RaiseSupportCaseInput, ReferSupportCaseInput, TriageSupportCaseInput } from './support-case.input.js';
import { SupportCaseEntity, type CaseClosingReason } from './support-case.entity.js';

type Database = RequestContext['em'];

/** Something that is done with a case. */
interface NewEntry {
  readonly caseId: string;
  readonly kind: CaseEntryKind;
  readonly text?: string | null;
}

const longestText = 4000;

/** What somebody wrote, without the space around it. @throws DomainError BAD_USER_INPUT when it is empty or too long */
export function written(text: string): string {
  const said = text.trim();
  if (said === '' || said.length > longestText) throw new DomainError('BAD_USER_INPUT', explain('case-text'));
  return said;
}

async function findCase(em: Database, id: string): Promise<SupportCaseEntity> {
  const found = await em.findOne(SupportCaseEntity, { id }, { refresh: true });
  if (!found) throw new DomainError('NOT_FOUND', explain('no-case'));
  return found;
}

async function addEntry(em: Database, { caseId, kind, text = null }: NewEntry, volunteerId: string): Promise<void> {
  em.create(SupportCaseEntryEntity, { id: newId(), caseId, volunteerId, kind, text });
  await em.flush();
}

/**
 * Does something with a case; the database says who may do it in which status.
 *
 * @param change what an officer decides with it, after the entry
 * @throws DomainError NOT_FOUND, FORBIDDEN (another officer handles it) or CONFLICT (not in its status, or not without consent)
 */
export function enterCase(
  context: RequestContext,
  entry: NewEntry,
  change: (em: Database) => Promise<unknown> = () => Promise.resolve(),
): Promise<SupportCaseEntity> {
  return refusedCase(() =>
    context.em.transactional(async (em) => {
      const { volunteerId } = await findCase(em, entry.caseId);
      await addEntry(em, entry, volunteerId);
      await change(em);
      return findCase(em, entry.caseId);
    }),
  );
}

/** The organisation that is to help: the one that was chosen, else the person's own, else the platform. */
async function chooseHelper(em: Database, volunteerId: string, chosen: string | null): Promise<string> {
  if (chosen !== null) {
    const where = { organizationId: chosen };
    const found = (await em.findOne(AssociationEntity, where)) ?? (await em.findOne(PlatformEntity, where));
    if (!found) throw new DomainError('BAD_USER_INPUT', explain('no-association'));
    return chosen;
  }
  const [own] = await em.find(AlumnusEntity, { volunteerId }, { orderBy: [{ id: 'asc' }], limit: 1 });
  const [platform] = own ? [] : await em.find(PlatformEntity, {}, { orderBy: [{ id: 'asc' }], limit: 1 });
  const organizationId = own?.organizationId ?? platform?.organizationId;
  if (organizationId === undefined) throw new DomainError('BAD_USER_INPUT', explain('no-association'));
  return organizationId;
}

/** Raises a case of the viewer's. @throws DomainError BAD_USER_INPUT for an organisation that helps nobody */
export function raiseCase(context: RequestContext, input: RaiseSupportCaseInput): Promise<SupportCaseEntity> {
  const volunteerId = context.requireVolunteer();
  const { trouble, countryCode, isGrave, text, organizationId: chosen = null } = input;
  return refusedCase(() =>
    context.em.transactional(async (em) => {
      const organizationId = await chooseHelper(em, volunteerId, chosen);
      const id = newId();
      em.create(SupportCaseEntity, { id, organizationId, volunteerId, trouble, countryCode, isGrave });
      await em.flush();
      await addEntry(em, { caseId: id, kind: 'raised', text: written(text) }, volunteerId);
      return findCase(em, id);
    }),
  );
}

/** Says what a case is, and who handles it, who alone reads it from then on. @throws DomainError as {@link enterCase} */
export function triageCase(context: RequestContext, input: TriageSupportCaseInput): Promise<SupportCaseEntity> {
  const { caseId, trouble, isGrave, takes } = input;
  return refusedCase(() =>
    context.em.transactional(async (em) => {
      const { volunteerId } = await findCase(em, caseId);
      await runStatement(em, 'select triage_support_case(?, ?, ?, ?)', [caseId, trouble, isGrave, takes]);
      await addEntry(em, { caseId, kind: 'triaged' }, volunteerId);
      return findCase(em, caseId);
    }),
  );
}

/** Refers a case to a mission, with its person's consent. @throws DomainError as {@link enterCase}, BAD_USER_INPUT for no mission */
export function referCase(
  context: RequestContext,
  { caseId, missionId }: ReferSupportCaseInput,
): Promise<SupportCaseEntity> {
  return enterCase(context, { caseId, kind: 'referred' }, (em) =>
    runStatement(em, 'select refer_support_case(?, ?)', [caseId, missionId]),
  );
}

/** Says that a case is to be closed, to which its person may object for some days. @throws DomainError as {@link enterCase} */
export function proposeClosing(
  context: RequestContext,
  { caseId, reason, text }: { readonly caseId: string; readonly reason: CaseClosingReason; readonly text: string },
): Promise<SupportCaseEntity> {
  return enterCase(context, { caseId, kind: 'closing', text: written(text) }, (em) =>
    runStatement(em, 'select close_support_case(?, ?)', [caseId, reason]),
  );
}
