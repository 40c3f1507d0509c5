import { defineLoader, groupByKey } from '@birlik/kernel/loader';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';
import type { SentDelivery } from './message-delivery.entity.js';

type Row = Omit<SentDelivery, 'deliveredAt'> & { readonly messageId: string; readonly deliveredAt: string | null };

const deliveries = `select d.message_id as "messageId", d.channel, d.delivered_at as "deliveredAt",
    case when d.delivered_at is not null then 'delivered'
         when job.id is null or job.died_at is not null then 'given-up'
         when job.failure is not null then 'failing'
         when d.quiet_until > app_now() then 'quiet'
         else 'waiting' end as state
  from message_delivery d left join job on job.payload ->> 'delivery' = d.id::text
 where d.message_id = any(?::uuid[]) order by d.channel`;

/** What became of messages of the viewer's organisation on each channel; the jobs that are left are that organisation's own. */
export const sentDeliveriesByMessage = defineLoader<string, SentDelivery[], RequestContext>(async (ids, context) => {
  const rows = await runStatement<Row>(context.em, deliveries, [arrayLiteral(ids)]);
  const found = groupByKey(ids, rows, (row) => row.messageId);
  return found.map((some) =>
    some.map(({ deliveredAt, ...one }) => ({
      ...one,
      deliveredAt: deliveredAt === null ? null : new Date(deliveredAt),
    })),
  );
});
