import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { SourceNote } from '../source/source-note.js';
import { governanceTerms } from '../../_shared/bodies/body-terms.js';
import { AssociationTable } from './association-table.js';
import { MissionList } from './mission-list.js';
import { PlatformCard } from './platform-card.js';

const AbroadPage = graphql(`
  query AbroadPage @purpose(is: "none") {
    alumniAssociations(first: 50) {
      nodes {
        id
        ...AssociationTable_association
      }
    }
    alumniPlatforms(first: 5) {
      nodes {
        id
        ...PlatformCard_platform
      }
    }
    governanceBodies(first: 20) {
      nodes {
        id
        name
        function
        source {
          ...SourceNote_source
        }
      }
    }
    missions(first: 100) {
      nodes {
        id
        ...MissionList_mission
      }
    }
  }
`);

/** Those who study or studied abroad: their associations, the platform, and whom to turn to. */
export const page = definePage({
  document: AbroadPage,
  title: msg`Xaricdə`,
  Component: function Abroad({ answer }) {
    const { i18n } = useLingui();
    const shared = {
      owner: <Trans>Məzunlar platforması</Trans>,
      empty: (
        <Empty>
          <Trans>Platforma hələ heç nə dərc etməyib. Assosiasiyalar və missiyalar burada görünəcək.</Trans>
        </Empty>
      ),
      onRetry: answer.reload,
    };
    return (
      <div className="grid gap-10">
        <div className="grid gap-2">
          <h1>
            <Trans>Xaricdə oxuyanlar və məzunlar</Trans>
          </h1>
          <p className="flex flex-wrap gap-x-6 gap-y-2">
            <Link to="/abroad/news">
              <Trans>Xəbərlər, bələdçilər, tədbirlər</Trans>
            </Link>
            <Link to="/directory">
              <Trans>Tələbələr və məzunlar</Trans>
            </Link>
          </p>
        </div>
        <PageSection
          {...shared}
          title={<Trans>Assosiasiyalar</Trans>}
          of={sectionOf<typeof answer.data.alumniAssociations>(answer, ['alumniAssociations'])}
        >
          {({ nodes }) => <AssociationTable associations={nodes} />}
        </PageSection>
        <PageSection
          {...shared}
          title={<Trans>Diplomatik nümayəndəliklər</Trans>}
          of={sectionOf<typeof answer.data.missions>(answer, ['missions'])}
        >
          {({ nodes }) => <MissionList missions={nodes} />}
        </PageSection>
        <PageSection
          {...shared}
          title={<Trans>Platforma</Trans>}
          of={sectionOf<typeof answer.data.alumniPlatforms>(answer, ['alumniPlatforms'])}
        >
          {({ nodes }) => nodes.map((platform) => <PlatformCard key={platform.id} platform={platform} />)}
        </PageSection>
        <PageSection
          {...shared}
          title={<Trans>Platformanın orqanları</Trans>}
          of={sectionOf<typeof answer.data.governanceBodies>(answer, ['governanceBodies'])}
        >
          {({ nodes }) => (
            <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
              {nodes.map((body) => (
                <li key={body.id} className="grid content-start border-l-4 border-line pl-3">
                  <span className="font-semibold">{body.name}</span>
                  <span className="text-soft">{i18n._(governanceTerms[body.function])}</span>
                  <SourceNote source={body.source} />
                </li>
              ))}
            </ul>
          )}
        </PageSection>
      </div>
    );
  },
});
