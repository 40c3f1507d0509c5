import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AccessLogEntryEntity } from '../access-log/access-log-entry.entity.js';
import { AccessLogEntry } from '../access-log/access-log-entry.type.js';
import type { InquiryEntity } from './inquiry.entity.js';
import { inquiriesByEntryId } from './inquiry.loader.js';
import { Inquiry } from './inquiry.type.js';

@Resolver(() => AccessLogEntry)
export class EntryInquiriesResolver {
  @FieldResolver(() => [Inquiry], {
    description: 'What the person raised about this entry, at most 2: a question and an objection.',
  })
  inquiries(@Root() entry: AccessLogEntryEntity, @Ctx() context: RequestContext): Promise<InquiryEntity[]> {
    return inquiriesByEntryId.load(context, entry.id);
  }
}
