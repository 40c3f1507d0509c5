import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { placeOf, PageTurns } from '../page-turns.js';
import { officerPage } from '../purpose/officer-page.js';
import { InvitationTable } from './invitation-table.js';
import { InviteForm } from './invite-form.js';
import { RecordTable } from './record-table.js';
import { RegisterStatement } from './register-statement.js';

const RegisterPage = graphql(`
  query RegisterPage($first: Int, $after: String, $last: Int, $before: String) @purpose(is: "none") {
    sourceRecords(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        localKey
        ...RecordTable_record
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
    ownRegister {
      ...RegisterStatement_register
    }
    invitations(first: 50) {
      nodes {
        id
        ...InvitationTable_invitation
      }
    }
  }
`);

/** The organisation's own register: its people, its records, and codes by which people come to it. */
export const page = officerPage(
  definePage({
    document: RegisterPage,
    variables: ({ search }) => placeOf(search),
    title: msg`Reyestrimiz`,
    Component: function Register({ answer }) {
      const office = <Trans>Birliyin ofisi</Trans>;
      return (
        <div className="grid gap-8">
          <div className="grid justify-items-start gap-4">
            <h1>
              <Trans>Reyestrimiz</Trans>
            </h1>
            <div className="flex flex-wrap gap-3">
              <ButtonLink to="/register/people" variant="secondary">
                <Trans>Bizə bağlı insanlar</Trans>
              </ButtonLink>
              <ButtonLink to="/register/import" variant="secondary">
                <Trans>Fayldan əlavə et</Trans>
              </ButtonLink>
              <ButtonLink to="/letters" variant="secondary">
                <Trans>Göndərilən mesajlar</Trans>
              </ButtonLink>
            </div>
          </div>
          <section className="grid gap-3">
            <h2>
              <Trans>Dəvət və ya kod verin</Trans>
            </h2>
            <InviteForm onIssued={answer.reload} />
          </section>
          <PageSection
            title={<Trans>Verilmiş kodlar</Trans>}
            of={sectionOf<typeof answer.data.invitations>(answer, ['invitations'])}
            owner={office}
            empty={
              <Empty>
                <Trans>Hələ kod verilməyib.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes }) => <InvitationTable invitations={nodes} />}
          </PageSection>
          <PageSection
            title={<Trans>Göndərdiyimiz qeydlər</Trans>}
            of={sectionOf<typeof answer.data.sourceRecords>(answer, ['sourceRecords'])}
            owner={office}
            empty={
              <Empty>
                <Trans>Hələ qeyd göndərilməyib.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes, pageInfo }) => (
              <div className="grid gap-4">
                <RecordTable records={nodes} />
                <PageTurns of={pageInfo} />
              </div>
            )}
          </PageSection>
          <section className="grid gap-3">
            <h2>
              <Trans>Reyestrdə təkrarlar</Trans>
            </h2>
            <RegisterStatement
              register={answer.data.ownRegister}
              isFixed={(answer.data.sourceRecords?.nodes.length ?? 0) > 0}
              onDeclared={answer.reload}
            />
          </section>
        </div>
      );
    },
  }),
);
