import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Fragment, useState } from 'react';
import { sectionOf } from '../../../data/answer.js';
import { Button } from '../../../design/base/button.js';
import { Link } from '../../../design/base/link.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { DataTable } from '../../../design/table/data-table.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatMoment, formatNumber } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { placeOf, PageTurns } from '../page-turns.js';
import { purposePage } from '../purpose/officer-page.js';
import { DecideDialog } from './decide-dialog.js';

const ApplicantsPage = graphql(`
  query ApplicantsPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String) @purpose(is: "stated") {
    opportunity(id: $id) {
      id
      title
      city
      startsOn
      capacity
    }
    applicantVolunteers(opportunityId: $id, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        volunteer {
          id
          name
          applications {
            id
            status
            appliedAt
            opportunity {
              id
            }
          }
        }
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
  }
`);

/** Somebody who waits for an answer. */
interface Applicant {
  readonly id: string;
  readonly name: string | null;
  readonly application: string;
  readonly appliedAt: string;
}

const heading = msg`Müraciətlər`;

/** Who applied to one opportunity and waits for an answer, to be decided one by one or many at once. */
export const page = purposePage(
  definePage({
    document: ApplicantsPage,
    variables: ({ params, search }) => ({ id: params['id'] ?? '', ...placeOf(search, 50) }),
    title: heading,
    Component: function Applicants({ answer, params }) {
      const { t } = useLingui();
      const [chosen, setChosen] = useState<readonly string[]>([]);
      const [step, setStep] = useState<'accept' | 'decline' | null>(null);
      const { opportunity } = answer.data;
      const applicants = (answer.data.applicantVolunteers?.nodes ?? []).flatMap(({ volunteer }): Applicant[] => {
        const own = volunteer?.applications?.find(
          ({ status, opportunity: of }) => status === 'SUBMITTED' && of?.id === params['id'],
        );
        if (volunteer == null || own === undefined) return [];
        return [{ id: volunteer.id, name: volunteer.name ?? null, application: own.id, appliedAt: own.appliedAt }];
      });
      const wanted = applicants.filter(({ application }) => chosen.includes(application));
      const choose = (application: string, isChosen: boolean) =>
        setChosen(isChosen ? [...chosen, application] : chosen.filter((other) => other !== application));
      return (
        <div className="grid gap-6">
          <div className="grid gap-1">
            <h1>{opportunity?.title ?? <Trans>Müraciətlər</Trans>}</h1>
            {opportunity != null && (
              <p className="text-soft">
                {opportunity.city} · {formatDay(opportunity.startsOn)} · <Trans>Yer:</Trans>{' '}
                {formatNumber(opportunity.capacity)}
              </p>
            )}
          </div>
          <PageSection
            title={<Trans>Cavab gözləyənlər</Trans>}
            of={sectionOf<typeof answer.data.applicantVolunteers>(answer, ['applicantVolunteers'])}
            owner={<Trans>Könüllü Təşkilatları İttifaqı</Trans>}
            empty={
              <Empty>
                <Trans>Cavab gözləyən yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ pageInfo }) => (
              <div className="grid gap-4">
                <Checkbox
                  isSelected={wanted.length === applicants.length}
                  onChange={(all) => setChosen(all ? applicants.map(({ application }) => application) : [])}
                >
                  <Trans>Bu səhifədəkilərin hamısını seç</Trans>
                </Checkbox>
                <DataTable
                  caption={t`Cavab gözləyənlər`}
                  rows={applicants}
                  keyOf={({ application }) => application}
                  isStale={answer.stale}
                  columns={[
                    {
                      key: 'person',
                      title: <Trans>Şəxs</Trans>,
                      cell: ({ id, name, application }) => (
                        <span className="flex items-center gap-2">
                          <Checkbox
                            isSelected={chosen.includes(application)}
                            onChange={(isChosen) => choose(application, isChosen)}
                          >
                            <span className="sr-only">
                              {name === null ? <Trans>Seç</Trans> : <Trans>Seç: {name}</Trans>}
                            </span>
                          </Checkbox>
                          <Link to="/people/$id" params={{ id }}>
                            {name ?? <Trans>Adını açmayıb</Trans>}
                          </Link>
                        </span>
                      ),
                    },
                    {
                      key: 'day',
                      title: <Trans>Müraciət edib</Trans>,
                      cell: ({ appliedAt }) => formatMoment(appliedAt),
                    },
                  ]}
                />
                <PageTurns of={pageInfo} />
              </div>
            )}
          </PageSection>
          {wanted.length > 0 && (
            <section
              aria-labelledby="chosen"
              className="no-print sticky bottom-0 z-10 flex flex-wrap items-center gap-2 rounded-t-xl border border-line bg-raised p-3 shadow-lg"
            >
              <p id="chosen" role="status" className="grow font-semibold">
                <Plural value={wanted.length} one="# nəfər seçilib" other="# nəfər seçilib" />
              </p>
              <Button onPress={() => setStep('accept')}>
                <Trans>Qəbul et</Trans>
              </Button>
              <Button variant="danger" onPress={() => setStep('decline')}>
                <Trans>Qəbul etmə</Trans>
              </Button>
            </section>
          )}
          <DecideDialog
            step={step}
            applications={wanted.map(({ application }) => application)}
            onClose={() => setStep(null)}
            onDecided={() => {
              setStep(null);
              setChosen([]);
              answer.reload();
            }}
          />
        </div>
      );
    },
  }),
  heading,
  Fragment,
);
