import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Button } from '../../../design/base/button.js';
import { Empty } from '../../../design/states/empty.js';
import { Notice } from '../../../design/states/notice.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { formatList, formatMoment } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { PageHead } from '../places/page-head.js';
import { PrivacyPlaces } from '../places/privacy-places.js';
import { saveFile } from '../../../data/save-file.js';
import { ExportedTables } from './exported-tables.js';
import { holders } from './held-data.js';

const DataExportPage = graphql(`
  query DataExportPage($ward: ID) @purpose(is: "none") {
    myDataExport(onBehalfOf: $ward) {
      registry {
        ...ExportedSection
      }
      university {
        ...ExportedSection
      }
      asanSchool {
        ...ExportedSection
      }
      union {
        ...ExportedSection
      }
      alumni {
        ...ExportedSection
      }
      creative {
        ...ExportedSection
      }
      center {
        ...ExportedSection
      }
    }
  }
`);

/** Everything that members hold about a person, as a file and to read. An address may name the minor whose data it is. */
export const page = definePage({
  document: DataExportPage,
  variables: ({ search }) => ({ ward: search['for'] }),
  title: msg`Məlumatımı endir`,
  Component: function DataExport({ answer, search }) {
    const { i18n } = useLingui();
    const whole = answer.data.myDataExport;
    const lacking = holders.filter(({ key }) => sectionOf(answer, ['myDataExport', key]).kind === 'down');
    const missing = formatList(lacking.map(({ name }) => i18n._(name)));
    const day = formatMoment(new Date().toISOString());
    return (
      <div className="grid gap-8">
        <PageHead
          title={
            search['for'] === undefined ? <Trans>Məlumatımı endir</Trans> : <Trans>Himayənizdəki şəxsin məlumatı</Trans>
          }
          action={
            whole != null && (
              <Button
                onPress={() => saveFile('birlik-melumatim.json', 'application/json', JSON.stringify(whole, null, 2))}
              >
                <Trans>Fayl kimi endir</Trans>
              </Button>
            )
          }
        >
          <Trans>Bütün üzvlərin {day} tarixində haqqınızda saxladığı hər şey.</Trans>
        </PageHead>
        {lacking.length > 0 && (
          <Notice tone="warning" title={<Trans>Fayl tam deyil</Trans>}>
            <p>
              <Trans>Cavab verməyənlər: {missing}. Sonra yenidən endirin.</Trans>
            </p>
          </Notice>
        )}
        {whole == null && lacking.length === 0 && (
          <Empty>
            <Trans>Haqqınızda heç nə saxlanılmır.</Trans>
          </Empty>
        )}
        {whole != null &&
          holders.map(({ key, name }) => (
            <PageSection
              key={key}
              title={i18n._(name)}
              of={sectionOf<NonNullable<(typeof whole)[typeof key]>>(answer, ['myDataExport', key])}
              owner={i18n._(name)}
              empty={
                <Empty>
                  <Trans>Burada haqqınızda heç nə yoxdur.</Trans>
                </Empty>
              }
              onRetry={answer.reload}
            >
              {(section) => <ExportedTables section={section} />}
            </PageSection>
          ))}
        <PrivacyPlaces />
      </div>
    );
  },
});
