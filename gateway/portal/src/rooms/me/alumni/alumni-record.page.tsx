import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { sectionOf } from '../../../data/answer.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { ComeInFirst } from '../../../viewer/come-in-first.js';
import { useViewer } from '../../../viewer/viewer.js';
import { AlumniFactList } from './alumni-fact-list.js';
import { AlumniFactsForm } from './alumni-facts-form.js';

const AlumniRecordPage = graphql(`
  query AlumniRecordPage @purpose(is: "none") {
    myAlumniRecord {
      entry {
        id
      }
      organization {
        id
        name
      }
      ...AlumniFactList_record
      ...AlumniFactsForm_record
    }
    alumniAssociations(first: 50) {
      nodes {
        id
        countries {
          code
        }
      }
    }
  }
`);

/** What an association has of the person, what of it is right, and who may see it. */
export const page = definePage({
  document: AlumniRecordPage,
  title: msg`Kataloqda mən`,
  Component: function AlumniRecord({ answer }) {
    const viewer = useViewer();
    if (viewer.kind !== 'person') return <ComeInFirst onRetry={answer.reload} />;
    const codes = (answer.data.alumniAssociations?.nodes ?? [])
      .flatMap(({ countries }) => countries ?? [])
      .map(({ code }) => code);
    return (
      <div className="grid max-w-3xl gap-6">
        <div className="grid gap-1">
          <h1>
            <Trans>Kataloqda mən</Trans>
          </h1>
          <p className="text-soft">
            <Trans>Hər məlumatı kimin görəcəyini siz seçirsiniz. Seçməyincə hamısı gizlidir.</Trans>
          </p>
          <p>
            <Link to="/directory">
              <Trans>Tələbələr və məzunlar</Trans>
            </Link>
          </p>
        </div>
        <PageSection
          title={<Trans>Məlumatlarım</Trans>}
          of={sectionOf<typeof answer.data.myAlumniRecord>(answer, ['myAlumniRecord'])}
          owner={<Trans>Məzunlar platforması</Trans>}
          empty={
            <Empty>
              <Trans>Platformanın heç bir birliyində sizin haqqınızda məlumat yoxdur.</Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {(record) => (
            <>
              <AlumniFactList record={record} onChanged={answer.reload} />
              <Disclosure label={<Trans>Məlumatları dəyiş</Trans>}>
                <AlumniFactsForm record={record} codes={[...new Set(codes)]} onSaved={answer.reload} />
              </Disclosure>
            </>
          )}
        </PageSection>
      </div>
    );
  },
});
