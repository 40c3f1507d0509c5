import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { definePage } from '../../../page/page.js';
import { sectionOf } from '../../../data/answer.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { CertificateTypes } from './certificate-types.js';
import { IntakeTable } from './intake-table.js';
import { SchoolCard } from './school-card.js';
import { ServiceCenters } from './service-centers.js';
import { StageCard } from './stage-card.js';

const ProgrammePage = graphql(`
  query ProgrammePage @purpose(is: "none") {
    volunteerSchools(first: 5) {
      nodes {
        id
        ...SchoolCard_school
      }
    }
    programmeStages(first: 10) {
      nodes {
        id
        stage
        ...StageCard_stage
      }
    }
    trainings(first: 50) {
      nodes {
        id
        stage
        ...StageCard_training
      }
    }
    certificateTypes(first: 20) {
      nodes {
        id
        ...CertificateTypes_type
      }
    }
    serviceCenters(first: 100) {
      nodes {
        id
        ...ServiceCenters_center
      }
    }
    intakes(first: 6) {
      nodes {
        id
        ...IntakeTable_intake
      }
    }
  }
`);

/** The volunteer programme of the agency: its school, stages, certificates, centers and intakes. */
export const page = definePage({
  document: ProgrammePage,
  title: msg`Könüllülük proqramı`,
  Component: function Programme({ answer }) {
    const { trainings } = answer.data;
    const shared = {
      owner: <Trans>ASAN Məktəb</Trans>,
      empty: (
        <Empty>
          <Trans>Məktəb hələ heç nə dərc etməyib. Mərhələlər və qəbullar burada görünəcək.</Trans>
        </Empty>
      ),
      onRetry: answer.reload,
    };
    return (
      <div className="grid gap-10">
        <h1>
          <Trans>ASAN könüllülük proqramı</Trans>
        </h1>
        <PageSection
          {...shared}
          title={<Trans>Məktəb</Trans>}
          of={sectionOf<typeof answer.data.volunteerSchools>(answer, ['volunteerSchools'])}
        >
          {({ nodes }) => nodes.map((school) => <SchoolCard key={school.id} school={school} />)}
        </PageSection>
        <PageSection
          {...shared}
          title={<Trans>Mərhələlər</Trans>}
          of={sectionOf<typeof answer.data.programmeStages>(answer, ['programmeStages'])}
        >
          {({ nodes }) => (
            <div className="grid gap-4 lg:grid-cols-2">
              {nodes.map((stage) => (
                <StageCard
                  key={stage.id}
                  stage={stage}
                  trainings={(trainings?.nodes ?? []).filter((training) => training.stage === stage.stage)}
                />
              ))}
            </div>
          )}
        </PageSection>
        <PageSection
          {...shared}
          title={<Trans>Sertifikatlar</Trans>}
          of={sectionOf<typeof answer.data.certificateTypes>(answer, ['certificateTypes'])}
        >
          {({ nodes }) => <CertificateTypes types={nodes} />}
        </PageSection>
        <PageSection
          {...shared}
          title={<Trans>Xidmət mərkəzləri</Trans>}
          of={sectionOf<typeof answer.data.serviceCenters>(answer, ['serviceCenters'])}
        >
          {({ nodes }) => <ServiceCenters centers={nodes} />}
        </PageSection>
        <PageSection
          {...shared}
          title={<Trans>Qəbullar</Trans>}
          of={sectionOf<typeof answer.data.intakes>(answer, ['intakes'])}
        >
          {({ nodes }) => <IntakeTable intakes={nodes} />}
        </PageSection>
      </div>
    );
  },
});
