import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { writtenText, type TranslatedText } from '../text/written-text.service.js';
import { CountryReportEntity, countryReportStatuses } from './country-report.entity.js';
import { explain } from '../messages.js';

/** The reports of the viewer's own center, newest year first; no other organisation sees them. */
export function listCountryReports(
  context: RequestContext,
  args: ConnectionArgs,
): Promise<Connection<CountryReportEntity>> {
  const organizationId = context.requireOrganization();
  return findConnection(context.em, CountryReportEntity, {
    args,
    where: { organizationId },
    orderBy: [{ year: 'desc' }, { countryCode: 'asc' }, { id: 'asc' }],
  });
}

/**
 * Submits a draft of the viewer's center with its final text; from then on the row is frozen.
 *
 * One statement changes the row only while it is a draft, so that of two submissions at once one wins.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND or CONFLICT (submitted already)
 */
export async function submitCountryReport(
  context: RequestContext,
  input: { readonly reportId: string; readonly summary: TranslatedText },
): Promise<CountryReportEntity> {
  const organizationId = context.requireOrganization();
  const { DRAFT, SUBMITTED } = countryReportStatuses;
  return context.em.transactional(async (em) => {
    const submitted = await em.nativeUpdate(
      CountryReportEntity,
      { id: input.reportId, organizationId, status: DRAFT },
      {
        status: SUBMITTED,
        summary: writtenText(input.summary),
        submittedOn: context.today(),
      },
    );
    const report = await em.findOne(CountryReportEntity, { id: input.reportId, organizationId });
    if (!report) throw new DomainError('NOT_FOUND', explain('no-such-report'));
    if (submitted === 0) throw new DomainError('CONFLICT', explain('report-submitted'));
    return report;
  });
}
