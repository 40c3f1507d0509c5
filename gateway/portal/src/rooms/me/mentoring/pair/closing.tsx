import { Trans } from '@lingui/react/macro';
import { useAction } from '../../../../data/action.js';
import { Button } from '../../../../design/base/button.js';
import { ButtonLink } from '../../../../design/base/link.js';
import { ProblemSummary } from '../../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../../generated/fragment-masking.js';
import { graphql } from '../../../../generated/gql.js';
import { ClosingSurvey } from './closing-survey.js';
import { FeedbackForm, FeedbackText } from './feedback.js';

const ClosingPair = graphql(`
  fragment Closing_pair on MentorshipPair {
    id
    isMentor
    wouldRepeat
    feedback {
      id
      isOwn
      ...FeedbackText_feedback
    }
    survey {
      id
    }
  }
`);

const WishAgain = graphql(`
  mutation WishMentorshipAgain($id: ID!, $wanted: Boolean!) @purpose(is: "none") {
    wishMentorshipAgain(mentorshipId: $id, wanted: $wanted) {
      ... on MentorshipPair {
        id
        wouldRepeat
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface ClosingProps {
  readonly pair: FragmentType<typeof ClosingPair>;
  readonly onChanged: () => void;
}

/** After the end: what each says to the other one, the survey, whether they would do it again, and the way to another mentor. */
export function Closing({ onChanged, ...props }: ClosingProps) {
  const { id, isMentor, wouldRepeat, feedback, survey } = readFragment(ClosingPair, props.pair);
  const [wish, state] = useAction(WishAgain);
  const own = feedback.find(({ isOwn }) => isOwn);
  const others = feedback.find(({ isOwn }) => !isOwn);
  const say = (wanted: boolean) => void wish({ id, wanted }).then((done) => done !== null && onChanged());
  return (
    <>
      <section className="grid gap-3">
        <h2>
          <Trans>Mentorluq necə keçdi?</Trans>
        </h2>
        {own === undefined ? (
          <FeedbackForm mentorshipId={id} onGiven={onChanged} />
        ) : (
          <FeedbackText feedback={own} title={<Trans>Sizin rəyiniz</Trans>} />
        )}
        {others !== undefined && <FeedbackText feedback={others} title={<Trans>O biri tərəfin rəyi</Trans>} />}
        {own !== undefined && others === undefined && (
          <p className="text-soft">
            <Trans>O biri tərəf də rəyini yazanda bir-birinizin rəyini oxuyacaqsınız.</Trans>
          </p>
        )}
        {survey == null && <ClosingSurvey mentorshipId={id} onAnswered={onChanged} />}
      </section>
      <section className="grid gap-3">
        <h2>
          <Trans>Bundan sonra</Trans>
        </h2>
        <ProblemSummary state={state} />
        <p>
          <Trans>Yenə birlikdə davam edərdinizmi? Cavabınız o biri tərəfə deyilmir; raund bunu nəzərə alır.</Trans>
        </p>
        <div className="flex flex-wrap gap-3">
          <Button
            variant={wouldRepeat === true ? 'chosen' : 'secondary'}
            aria-pressed={wouldRepeat === true}
            isPending={state.running}
            onPress={() => say(true)}
          >
            <Trans>Bəli, birlikdə</Trans>
          </Button>
          <Button
            variant={wouldRepeat === false ? 'chosen' : 'secondary'}
            aria-pressed={wouldRepeat === false}
            isPending={state.running}
            onPress={() => say(false)}
          >
            <Trans>Xeyr</Trans>
          </Button>
          {!isMentor && (
            <ButtonLink to="/me/mentoring/find" variant="secondary">
              <Trans>Başqa mentor tap</Trans>
            </ButtonLink>
          )}
        </div>
      </section>
    </>
  );
}
