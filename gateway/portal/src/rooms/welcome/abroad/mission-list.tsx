import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { SourceNote } from '../source/source-note.js';

const MissionList_mission = graphql(`
  fragment MissionList_mission on Mission {
    id
    name
    source {
      ...SourceNote_source
    }
  }
`);

/** The missions abroad, to which one turns in need. */
export function MissionList(props: { missions: readonly FragmentType<typeof MissionList_mission>[] }) {
  const missions = readFragment(MissionList_mission, props.missions);
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {missions.map(({ id, name, source }) => (
        <li key={id} className="grid content-start border-l-4 border-line pl-3">
          <span className="font-semibold">{name}</span>
          <SourceNote source={source} />
        </li>
      ))}
    </ul>
  );
}
