import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatList, formatMoment } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { officerRoleTerms } from '../member-terms.js';
import { officerPage, organizationKey } from '../purpose/officer-page.js';
import { HandOverForm } from './hand-over-form.js';
import { handOverAt, officerState } from './officer-state.rule.js';

const HandOverPage = graphql(`
  query HandOverPage($organization: ID!) @purpose(is: "none") {
    organization(id: $organization) {
      id
      officers {
        id
        subject
        roles
        beginsAt
        endsAt
        dismissedAt
      }
    }
  }
`);

const CancelHandOver = graphql(`
  mutation CancelHandOver($organizationId: ID!) @purpose(is: "none") {
    cancelOrganizationHandOver(organizationId: $organizationId) {
      ... on Organization {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** The one board hands over to the next at an instant that is said beforehand. */
export const page = officerPage(
  definePage({
    document: HandOverPage,
    variables: ({ params }) => ({ organization: params[organizationKey] ?? '' }),
    title: msg`Heyətin təhvili`,
    Component: function HandOver({ answer, params }) {
      const { i18n } = useLingui();
      const [now] = useState(() => new Date().toISOString());
      const organization = params[organizationKey] ?? '';
      type Officers = NonNullable<NonNullable<typeof answer.data.organization>['officers']>;
      const list = (officers: Officers) => (
        <ul className="grid gap-2">
          {officers.map(({ id, subject, roles }) => (
            <li key={id} className="rounded-xl border border-line bg-raised p-3">
              <span className="font-semibold break-all">{subject}</span> ·{' '}
              {formatList(roles.map((role) => i18n._(officerRoleTerms[role])))}
            </li>
          ))}
        </ul>
      );
      return (
        <div className="grid max-w-3xl gap-8">
          <div className="grid gap-1">
            <h1>
              <Trans>Heyətin təhvili</Trans>
            </h1>
            <p className="text-soft">
              <Trans>
                Seçkidən sonra köhnə heyət yenisini əvvəlcədən yazır. Vaxt çatanda köhnələrin səlahiyyəti bitir,
                yenilərinki başlayır; bunun üçün heç kim heç nə basmır.
              </Trans>
            </p>
            <p>
              <Link to="/organization">
                <Trans>Təşkilat</Trans>
              </Link>
            </p>
          </div>
          <PageSection
            title={<Trans>Təhvil</Trans>}
            of={sectionOf<Officers>(answer, ['organization', 'officers'])}
            owner={<Trans>Birliyin ofisi</Trans>}
            empty={
              <Empty>
                <Trans>Adı ilə təyin edilmiş əməkdaş yoxdur. Əvvəlcə köhnə heyəti “Təşkilat” səhifəsində yazın.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {(officers) => {
              const at = handOverAt(officers, now);
              const acting = officers.filter((officer) => officerState(officer, now) === 'lasting');
              if (at === null) {
                return <HandOverForm organization={organization} officers={acting} onNamed={answer.reload} />;
              }
              const day = formatMoment(at, { weekday: true, time: true });
              return (
                <div className="grid gap-4">
                  <p className="font-semibold">
                    <Trans>Təhvil vaxtı: {day}</Trans>
                  </p>
                  <h3>
                    <Trans>Kimin səlahiyyəti bitir</Trans>
                  </h3>
                  {list(acting.filter(({ endsAt }) => endsAt !== null))}
                  <h3>
                    <Trans>Kim başlayır</Trans>
                  </h3>
                  {list(officers.filter((officer) => officerState(officer, now) === 'ahead'))}
                  <div>
                    <ConfirmedAction
                      label={<Trans>Təhvili ləğv et</Trans>}
                      title={<Trans>Təhvil ləğv edilsin?</Trans>}
                      cancel={<Trans>Saxla</Trans>}
                      document={CancelHandOver}
                      variables={{ organizationId: organization }}
                      onDone={answer.reload}
                    >
                      <Trans>İndiki heyət qalır, yeni heyət başlamır. Sonra yenidən təyin etmək olar.</Trans>
                    </ConfirmedAction>
                  </div>
                </div>
              );
            }}
          </PageSection>
        </div>
      );
    },
  }),
);
