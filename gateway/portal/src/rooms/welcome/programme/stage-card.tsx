import { Plural, useLingui } from '@lingui/react/macro';
import { Facts } from '../../../design/base/facts.js';
import type { TrainingMoment } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatList } from '../../../language/format.js';
import { SourceNote } from '../source/source-note.js';
import { sectorTerms, trainingMomentTerms } from '../welcome-terms.js';

const StageCard_stage = graphql(`
  fragment StageCard_stage on StageDefinition {
    id
    name
    purpose
    openTo
    weeks
    award
    cooperation
    evaluation
    skills
    hostSectors
    areas {
      id
      name
    }
    source {
      ...SourceNote_source
    }
  }
`);

const StageCard_training = graphql(`
  fragment StageCard_training on Training {
    id
    name
    moment
  }
`);

/** In the order of the stage. */
const moments: readonly TrainingMoment[] = ['BEGINNING', 'DURING', 'END'];

interface StageCardProps {
  readonly stage: FragmentType<typeof StageCard_stage>;
  /** Those of this stage. */
  readonly trainings: readonly FragmentType<typeof StageCard_training>[];
}

/** A stage of the programme: who may join, for how long, what one learns and earns. */
export function StageCard(props: StageCardProps) {
  const { t, i18n } = useLingui();
  const stage = readFragment(StageCard_stage, props.stage);
  const { weeks } = stage;
  const trainings = readFragment(StageCard_training, props.trainings).toSorted(
    (one, other) => moments.indexOf(one.moment) - moments.indexOf(other.moment),
  );
  return (
    <article className="grid content-start gap-3 rounded-xl border border-line bg-raised p-4">
      <h3>{stage.name}</h3>
      <p>{stage.purpose}</p>
      <Facts
        rows={[
          [t`Kimlər üçün`, stage.openTo],
          [t`Müddət`, <Plural key="weeks" value={weeks} one="# həftə" other="# həftə" />],
          [t`Bacarıqlar`, formatList(stage.skills)],
          [t`Sahələr`, formatList(stage.areas.map(({ name }) => name))],
          [t`Harada`, formatList(stage.hostSectors.map((sector) => i18n._(sectorTerms[sector])))],
          [
            t`Təlimlər`,
            trainings.length === 0 ? null : (
              <ul>
                {trainings.map(({ id, name, moment }) => (
                  <li key={id}>
                    {name} ({i18n._(trainingMomentTerms[moment])})
                  </li>
                ))}
              </ul>
            ),
          ],
          [t`Əməkdaşlıq`, stage.cooperation],
          [t`Qiymətləndirmə`, stage.evaluation],
          [t`Nə verir`, stage.award],
        ]}
      />
      <SourceNote source={stage.source} />
    </article>
  );
}
