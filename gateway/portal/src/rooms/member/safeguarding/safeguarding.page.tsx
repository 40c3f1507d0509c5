import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { sectionOf } from '../../../data/answer.js';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { Empty } from '../../../design/states/empty.js';
import { Notice } from '../../../design/states/notice.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { placeOf, PageTurns } from '../page-turns.js';
import { officerPage } from '../purpose/officer-page.js';
import { ConcernList } from './concern-list.js';
import { OpenCaseForm } from './open-case-form.js';

const SafeguardingPage = graphql(`
  query SafeguardingPage($first: Int, $after: String, $last: Int, $before: String) @purpose(is: "none") {
    safeguardingCases(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        reason
        open
        openedAt
        endsAt
        closedAt
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
    mentoringConcerns(first: 20) {
      nodes {
        id
        ...ConcernList_concern
      }
    }
  }
`);

const CloseSafeguardingCase = graphql(`
  mutation CloseSafeguardingCase($id: ID!) @purpose(is: "none") {
    closeSafeguardingCase(id: $id) {
      ... on SafeguardingCase {
        id
        open
        closedAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** The cases in which the organisation protects somebody, and reads what people are shown only later. */
export const page = officerPage(
  definePage({
    document: SafeguardingPage,
    variables: ({ search }) => placeOf(search),
    title: msg`Mühafizə işləri`,
    Component: function Safeguarding({ answer }) {
      const [hasOpened, setOpened] = useState(false);
      const cases = sectionOf<typeof answer.data.safeguardingCases>(answer, ['safeguardingCases']);
      const isRefused = cases.kind === 'down' && cases.error.code === 'FORBIDDEN';
      const opened = () => {
        setOpened(true);
        answer.reload();
      };
      return (
        <div className="grid gap-8">
          <div className="grid max-w-2xl gap-2">
            <h1>
              <Trans>Mühafizə işləri</Trans>
            </h1>
            <p className="text-soft">
              <Trans>
                İş açıq olduqca “mühafizə” məqsədi ilə oxuya bilərsiniz. Oxunan şəxs bunu bir müddət sonra görür; işin
                özü heç vaxt silinmir.
              </Trans>
            </p>
          </div>
          {isRefused ? (
            <Notice tone="info" title={<Trans>Bu səhifə mühafizə məsulu üçündür.</Trans>}>
              <p>
                <Trans>Təşkilatınızda kimin məsul olduğunu təşkilatın səhifəsində görürsünüz.</Trans>
              </p>
              <Link to="/organization">
                <Trans>Təşkilatın səhifəsi</Trans>
              </Link>
            </Notice>
          ) : (
            <>
              <section className="grid gap-3">
                <h2>
                  <Trans>Yeni iş</Trans>
                </h2>
                <div role="status" className="max-w-xl empty:hidden">
                  {hasOpened && <Notice tone="success" title={<Trans>İş açıldı və siyahıdadır.</Trans>} />}
                </div>
                <OpenCaseForm onOpened={opened} />
              </section>
              <PageSection
                title={<Trans>Mentorluq barədə bildirilənlər</Trans>}
                of={sectionOf<typeof answer.data.mentoringConcerns>(answer, ['mentoringConcerns'])}
                owner={<Trans>Məzunlar platforması</Trans>}
                empty={
                  <Empty>
                    <Trans>Təşkilatınızın mentorluqları barədə heç nə bildirilməyib.</Trans>
                  </Empty>
                }
                onRetry={answer.reload}
              >
                {({ nodes }) => <ConcernList concerns={nodes} onChanged={answer.reload} />}
              </PageSection>
              <PageSection
                title={<Trans>Bütün işlər</Trans>}
                of={cases}
                owner={<Trans>Birliyin ofisi</Trans>}
                empty={
                  <Empty>
                    <Trans>Hələ iş açılmayıb. Açdıqlarınız və bitənlər burada qalacaq.</Trans>
                  </Empty>
                }
                onRetry={answer.reload}
              >
                {({ nodes, pageInfo }) => (
                  <div className="grid gap-4">
                    <ul className="grid gap-4 lg:grid-cols-2">
                      {nodes.map(({ id, reason, open, openedAt, endsAt, closedAt }) => (
                        <li key={id}>
                          <Card>
                            <h3 className="flex flex-wrap items-center gap-3">
                              {formatMoment(openedAt)}
                              <Tag tone={open ? 'warning' : 'neutral'}>
                                {open ? (
                                  <Trans>açıqdır</Trans>
                                ) : closedAt === null ? (
                                  <Trans>vaxtı bitib</Trans>
                                ) : (
                                  <Trans>bağlanıb</Trans>
                                )}
                              </Tag>
                            </h3>
                            <p className="whitespace-pre-line">{reason}</p>
                            <Facts
                              rows={[
                                [
                                  closedAt === null ? <Trans>Özü-özünə bitir</Trans> : <Trans>Bağlanıb</Trans>,
                                  formatMoment(closedAt ?? endsAt, { time: true }),
                                ],
                              ]}
                            />
                            {open && (
                              <div>
                                <ConfirmedAction
                                  label={<Trans>Bağla</Trans>}
                                  title={<Trans>İş bağlansın?</Trans>}
                                  cancel={<Trans>Qalsın</Trans>}
                                  document={CloseSafeguardingCase}
                                  variables={{ id }}
                                  onDone={answer.reload}
                                >
                                  <Trans>Bu işlə dərhal heç nə oxunmur. Lazım olsa, yeni iş açılmalıdır.</Trans>
                                </ConfirmedAction>
                              </div>
                            )}
                          </Card>
                        </li>
                      ))}
                    </ul>
                    <PageTurns of={pageInfo} />
                  </div>
                )}
              </PageSection>
            </>
          )}
        </div>
      );
    },
  }),
);
