import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../../data/answer.js';
import { ButtonLink, Link } from '../../../../design/base/link.js';
import { Empty } from '../../../../design/states/empty.js';
import { LoneState } from '../../../../design/states/lone-state.js';
import { Unreachable } from '../../../../design/states/unreachable.js';
import { graphql } from '../../../../generated/gql.js';
import { definePage } from '../../../../page/page.js';
import { MentorshipActions } from '../mentorship-actions.js';
import { MentorshipList } from '../mentorship-list.js';
import { Closing } from './closing.js';
import { GoalList } from './goal-list.js';
import { MeetingList } from './meeting-list.js';
import { NoteList } from './note-list.js';

const PairPage = graphql(`
  query MentorshipPairPage($id: ID!) @purpose(is: "none") {
    myMentorship(mentorshipId: $id) {
      id
      isMentor
      mentorship {
        id
        status
        startedOn
        ...MentorshipList_mentorship
      }
      ...MeetingList_pair
      ...GoalList_pair
      ...NoteList_pair
      ...Closing_pair
    }
  }
`);

/** A mentor and a mentee: when they meet, what they want, what they noted, and how it was. The two alone see it. */
export const page = definePage({
  document: PairPage,
  variables: ({ params }) => ({ id: params['id'] ?? '' }),
  title: msg`Mentorluğunuz`,
  Component: function Pair({ answer }) {
    const section = sectionOf<typeof answer.data.myMentorship>(answer, ['myMentorship']);
    if (section.kind !== 'data') {
      return (
        <LoneState title={<Trans>Mentorluğunuz</Trans>}>
          {section.kind === 'down' ? (
            <Unreachable member={<Trans>Məzunlar platforması</Trans>} onRetry={answer.reload} />
          ) : (
            <Empty
              action={
                <ButtonLink to="/me/mentoring">
                  <Trans>Mentorlarım və xahişlərim</Trans>
                </ButtonLink>
              }
            >
              <Trans>Sizin belə mentorluğunuz yoxdur.</Trans>
            </Empty>
          )}
        </LoneState>
      );
    }
    const pair = section.value;
    const { mentorship, isMentor } = pair;
    const shared = { pair, isActive: mentorship.status === 'ACTIVE', onChanged: answer.reload };
    return (
      <div className="grid max-w-3xl gap-8">
        <div className="grid gap-1">
          <h1>
            <Trans>Mentorluğunuz</Trans>
          </h1>
          <p className="text-soft">
            <Trans>Burada yazılanları yalnız siz ikiniz görürsünüz: nə birlik, nə də əlaqələndirici.</Trans>
          </p>
          <p>
            <Link to="/me/mentoring">
              <Trans>Mentorlarım və xahişlərim</Trans>
            </Link>
          </p>
        </div>
        <div className="grid gap-4 rounded-xl border border-line bg-raised p-4">
          <MentorshipList
            mentorships={[mentorship]}
            asMentor={isMentor}
            actions={(one) => <MentorshipActions mentorship={one} asMentor={isMentor} onChanged={answer.reload} />}
          />
        </div>
        {mentorship.status === 'ENDED' && mentorship.startedOn != null && <Closing {...shared} />}
        {mentorship.startedOn != null && (
          <>
            <MeetingList {...shared} />
            <GoalList {...shared} />
            <NoteList {...shared} />
          </>
        )}
      </div>
    );
  },
});
