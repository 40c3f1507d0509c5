import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { CopyText } from '../../../design/base/copy-text.js';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { comparedValueTerms, linkMethodTerms } from '../office-terms.js';
import { LinkageHistory } from './linkage-history.js';
import { MergePersons } from './merge-persons.js';
import { PersonGuardianships } from './person-guardianships.js';

const LinkedPersonPage = graphql(`
  query LinkedPersonPage($id: ID!, $after: String) @purpose(is: "none") {
    linkedPerson(id: $id) {
      id
      links {
        method
        validFrom
        record {
          id
          version
          organization {
            id
            name
          }
          values {
            field
            masked
          }
        }
      }
      ...LinkageHistory_person
      ...PersonGuardianships_person
    }
  }
`);

const UnmergeRecord = graphql(`
  mutation UnmergeRecord($recordId: ID!) @purpose(is: "none") {
    unmergeRecord(recordId: $recordId) {
      ... on LinkageDecision {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** A person as linkage knows them: which records are theirs, and how they came together. */
export const page = definePage({
  document: LinkedPersonPage,
  variables: ({ params, search }) => ({ id: params['id'] ?? '', after: search['after'] ?? null }),
  title: msg`Bir şəxsin qeydləri`,
  Component: function LinkedPerson({ answer, search, params }) {
    const { i18n } = useLingui();
    const person = sectionOf<typeof answer.data.linkedPerson>(answer, ['linkedPerson']);
    const id = person.kind === 'data' ? person.value.id : (params['id'] ?? '');
    return (
      <div className="grid gap-8">
        <header className="grid max-w-3xl gap-2">
          <Link to="/office/claims">
            <Trans>Qeyd iddiaları</Trans>
          </Link>
          <h1>
            <Trans>Bir şəxsin qeydləri</Trans>
          </h1>
          <p className="text-soft">
            <Trans>Dəyərlər gizlədilib. Bu səhifəyə baxdığınız şəxsin jurnalına yazıldı.</Trans>
          </p>
          {person.kind === 'data' && <CopyText label={<Trans>Şəxsin nömrəsi</Trans>} text={id} />}
        </header>
        <PageSection
          title={<Trans>Qeydlər</Trans>}
          of={person}
          owner={<Trans>Birliyin ofisi</Trans>}
          empty={
            <Empty>
              <Trans>Bu nömrə ilə heç bir qeyd yoxdur.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {({ links }) => (
            <ul className="grid gap-4 sm:grid-cols-2">
              {links.map(({ method, validFrom, record }, index) => {
                const since = formatMoment(validFrom);
                return (
                  <li key={record?.id ?? index}>
                    <Card>
                      <h3>{record?.organization?.name ?? <Trans>Təşkilat məlum deyil</Trans>}</h3>
                      <Facts
                        rows={(record?.values ?? []).map(
                          ({ field, masked }) => [i18n._(comparedValueTerms[field]), masked] as const,
                        )}
                      />
                      <p className="text-sm text-soft">
                        {i18n._(linkMethodTerms[method])} · <Trans>{since} tarixindən</Trans>
                      </p>
                      {record !== null && links.length > 1 && (
                        <div>
                          <ConfirmedAction
                            label={<Trans>Bu şəxsdən ayır</Trans>}
                            title={<Trans>Qeyd ayrılsın?</Trans>}
                            cancel={<Trans>Ləğv et</Trans>}
                            document={UnmergeRecord}
                            variables={{ recordId: record.id }}
                            onDone={answer.reload}
                          >
                            <Trans>Qeyd ayrıca şəxs olur. İcazələr və başqa üzvlərin məlumatı yerində qalır.</Trans>
                          </ConfirmedAction>
                        </div>
                      )}
                    </Card>
                  </li>
                );
              })}
            </ul>
          )}
        </PageSection>
        <MergePersons one={id} suggested={search['other'] ?? ''} onMerged={answer.reload} />
        {person.kind === 'data' && <PersonGuardianships person={person.value} onEnded={answer.reload} />}
        {person.kind === 'data' && <LinkageHistory person={person.value} search={search} />}
      </div>
    );
  },
});
