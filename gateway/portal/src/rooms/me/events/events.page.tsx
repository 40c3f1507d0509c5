import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { sectionOf } from '../../../data/answer.js';
import { Button } from '../../../design/base/button.js';
import { Card } from '../../../design/base/card.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import type { AlumniEventAnswer } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { ComeInFirst } from '../../../viewer/come-in-first.js';
import { useViewer } from '../../../viewer/viewer.js';
import { answerTerms, placeTerms } from './event-terms.js';

const EventsPage = graphql(`
  query EventsPage @purpose(is: "none") {
    alumniEvents(first: 50) {
      nodes {
        id
        title
        body
        place
        startsAt
      }
    }
    myEventAnswers(first: 100) {
      nodes {
        id
        answer
        place
        attended
        event {
          id
          title
          startsAt
          status
        }
      }
    }
  }
`);

const AnswerEvent = graphql(`
  mutation AnswerEvent($eventId: ID!, $answer: AlumniEventAnswer!) @purpose(is: "none") {
    answerAlumniEvent(eventId: $eventId, answer: $answer) {
      ... on OwnEventAnswer {
        id
        answer
        place
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const choices: readonly AlumniEventAnswer[] = ['YES', 'MAYBE', 'NO'];

/** Events that come, with the person's answers to them. */
export const page = definePage({
  document: EventsPage,
  title: msg`Tədbirlərim`,
  Component: function Events({ answer: page }) {
    const { i18n, t } = useLingui();
    const viewer = useViewer();
    const [say, state] = useAction(AnswerEvent);
    if (viewer.kind !== 'person') return <ComeInFirst onRetry={page.reload} />;
    const answers = page.data.myEventAnswers?.nodes ?? [];
    const choose = async (eventId: string, answer: AlumniEventAnswer) => {
      if ((await say({ eventId, answer })) !== null) page.reload();
    };
    return (
      <div className="grid max-w-3xl gap-6">
        <div className="grid gap-1">
          <h1>
            <Trans>Tədbirlərim</Trans>
          </h1>
          <p>
            <Link to="/abroad/news">
              <Trans>Xəbərlər, bələdçilər, tədbirlər</Trans>
            </Link>
          </p>
        </div>
        <ProblemSummary state={state} />
        <PageSection
          title={<Trans>Qarşıdakılar</Trans>}
          of={sectionOf<typeof page.data.alumniEvents>(page, ['alumniEvents'])}
          owner={<Trans>Məzunlar platforması</Trans>}
          empty={
            <Empty>
              <Trans>Qarşıda tədbir yoxdur.</Trans>
            </Empty>
          }
          onRetry={page.reload}
        >
          {({ nodes }) => (
            <div className="grid gap-4">
              {nodes.map((event) => {
                const own = answers.find((one) => one.event.id === event.id);
                const { title } = event;
                return (
                  <Card key={event.id}>
                    <h3 className="flex flex-wrap items-center gap-2 text-lg font-semibold break-words">
                      {title}
                      {own?.place != null && (
                        <Tag tone={own.place === 'TAKEN' ? 'success' : 'warning'}>{i18n._(placeTerms[own.place])}</Tag>
                      )}
                    </h3>
                    <p className="text-soft">
                      {formatMoment(event.startsAt, { weekday: true, time: true })} · {event.place}
                    </p>
                    <p className="whitespace-pre-line">{event.body}</p>
                    <div role="group" aria-label={t`Cavabınız: ${title}`} className="flex flex-wrap gap-2">
                      {choices.map((choice) => (
                        <Button
                          key={choice}
                          variant={own?.answer === choice ? 'chosen' : 'secondary'}
                          aria-pressed={own?.answer === choice}
                          isPending={state.running}
                          onPress={() => void choose(event.id, choice)}
                        >
                          {i18n._(answerTerms[choice])}
                        </Button>
                      ))}
                    </div>
                  </Card>
                );
              })}
            </div>
          )}
        </PageSection>
      </div>
    );
  },
});
