import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ConventionReportSectionEntity } from './convention-report-section.entity.js';
import type { ConventionReportEntity } from './convention-report.entity.js';
import { sectionsByReport } from './convention-report.loader.js';
import { ConventionReport, ConventionReportSection } from './convention-report.type.js';

@Resolver(() => ConventionReport)
export class ConventionReportResolver {
  @FieldResolver(() => [ConventionReportSection], { description: 'The sections of the form, at most 10.' })
  sections(
    @Root() { id }: ConventionReportEntity,
    @Ctx() context: RequestContext,
  ): Promise<ConventionReportSectionEntity[]> {
    return sectionsByReport.load(context, id);
  }
}
