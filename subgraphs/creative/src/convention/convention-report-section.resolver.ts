import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ConventionReportSectionEntity } from './convention-report-section.entity.js';
import { ConventionReportSection } from './convention-report.type.js';

@Resolver(() => ConventionReportSection)
export class ConventionReportSectionResolver {
  @FieldResolver(() => [String], {
    description: 'What was entered, in the caller’s language; empty where the report leaves the section open.',
  })
  entries(@Root() { entries }: ConventionReportSectionEntity, @Ctx() context: RequestContext): string[] {
    return entries.map((entry) => context.localize(entry));
  }
}
