import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { useViewer } from '../../../viewer/viewer.js';
import { officerPage } from '../purpose/officer-page.js';
import { creativeTexts, unionTexts } from './text-documents.js';
import { TextEditor } from './text-editor.js';

const TextsPage = graphql(`
  query TextsPage @purpose(is: "none") {
    messageTextsAtUnion {
      name
      parameters
    }
    messageTemplatesAtUnion {
      name
      language
      subject
      body
    }
    messageTextsAtCreative {
      name
      parameters
    }
    messageTemplatesAtCreative {
      name
      language
      subject
      body
    }
  }
`);

/** The texts by which members write to people for the organisation, each of which it may replace by its own. */
export const page = officerPage(
  definePage({
    document: TextsPage,
    variables: () => ({}),
    title: msg`Mesajların mətni`,
    Component: function Texts({ answer }) {
      const viewer = useViewer();
      const isCreative = viewer.kind === 'staff' && viewer.organization.kind === 'FEDERATION';
      const { data } = answer;
      const own = (isCreative ? data.messageTemplatesAtCreative : data.messageTemplatesAtUnion) ?? [];
      return (
        <div className="grid gap-6">
          <div className="grid gap-1">
            <h1>
              <Trans>Mesajların mətni</Trans>
            </h1>
            <p className="max-w-2xl text-soft">
              <Trans>
                Müraciət edənlərə təşkilatınızın adından avtomatik yazılan mesajlar. İstəsəniz, öz sözlərinizlə yazın;
                əvvəl göndərilənlər dəyişmir.
              </Trans>
            </p>
          </div>
          <PageSection
            title={<Trans>Mətn</Trans>}
            of={sectionOf<typeof data.messageTextsAtUnion>(answer, [
              isCreative ? 'messageTextsAtCreative' : 'messageTextsAtUnion',
            ])}
            owner={
              isCreative ? <Trans>Yaradıcı Sənayelər Federasiyası</Trans> : <Trans>Könüllü Təşkilatları İttifaqı</Trans>
            }
            empty={
              <Empty>
                <Trans>Dəyişdirilə bilən mətn yoxdur.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {(texts) => (
              <TextEditor
                texts={texts}
                own={own}
                documents={isCreative ? creativeTexts : unionTexts}
                onChanged={answer.reload}
              />
            )}
          </PageSection>
        </div>
      );
    },
  }),
);
