import { DomainError } from '@birlik/kernel/errors';
import { enqueue } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import type { SeenPerson } from '../../decision/grant.loader.js';
import { isOwnView } from '../../decision/own-view.rule.js';
import { explain } from '../../messages.js';
import { RecordOfferEntity } from './record-offer.entity.js';

/** The kind of job that does what follows from an answer. */
export const offerAnswerJob = 'follow the answer about a record';

const mostOffers = 50;

/** The records that wait for the person's word, newest first; null for anyone but the person. */
export async function listRecordOffers(
  context: RequestContext,
  person: SeenPerson,
): Promise<RecordOfferEntity[] | null> {
  if (!isOwnView(context, person)) return null;
  const where = { volunteerId: person.id, isMine: null };
  return context.em.find(RecordOfferEntity, where, { orderBy: { id: 'desc' }, limit: mostOffers });
}

/**
 * Takes the viewer's word on whether a record is theirs. What follows from it is done by a job, by the rules by which an address that
 * is confirmed claims records.
 *
 * @throws DomainError NOT_FOUND (none of the viewer's that waits)
 */
export async function answerRecordOffer(
  context: RequestContext,
  id: string,
  isMine: boolean,
): Promise<RecordOfferEntity> {
  context.requireVolunteer();
  return context.em.transactional(async (em) => {
    const [row] = await runStatement<{ answered: boolean }>(
      em,
      'select answer_record_offer(?::uuid, ?::boolean) as answered',
      [id, isMine],
    );
    if (row?.answered !== true) throw new DomainError('NOT_FOUND', explain('no-such-offer'));
    await enqueue(em, { kind: offerAnswerJob, payload: { offer: id } });
    return em.findOneOrFail(RecordOfferEntity, { id }, { refresh: true });
  });
}
