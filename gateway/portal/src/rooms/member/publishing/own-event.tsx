import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Card } from '../../../design/base/card.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { EventForm } from './event-form.js';
import { keptTexts } from './four-languages.js';
import { eventStatusTerms } from './event-status-terms.js';

const OwnEventEvent = graphql(`
  fragment OwnEvent_event on AlumniEvent {
    id
    title
    place
    startsAt
    endsAt
    capacity
    country {
      code
    }
    titleTexts {
      az
      en
      ru
      tr
    }
    bodyTexts {
      az
      en
      ru
      tr
    }
    status
  }
`);

const PublishEvent = graphql(`
  mutation PublishEvent($eventId: ID!) @purpose(is: "none") {
    publishAlumniEvent(eventId: $eventId) {
      ... on AlumniEvent {
        id
        status
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const CancelEvent = graphql(`
  mutation CancelEvent($eventId: ID!) @purpose(is: "none") {
    cancelAlumniEvent(eventId: $eventId) {
      ... on AlumniEvent {
        id
        status
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface OwnEventProps {
  readonly event: FragmentType<typeof OwnEventEvent>;
  /** The countries of the associations. */
  readonly codes: readonly string[];
  readonly onChanged: () => void;
}

/** An event of the organisation, and what can become of it. */
export function OwnEvent({ codes, onChanged, ...props }: OwnEventProps) {
  const { i18n } = useLingui();
  const event = readFragment(OwnEventEvent, props.event);
  const { id, title, place, startsAt, capacity, status } = event;
  const [now] = useState(() => new Date().toISOString());
  const [isCorrected, setCorrected] = useState(false);
  const [publish, state] = useAction(PublishEvent);
  const submit = async () => {
    if ((await publish({ eventId: id })) !== null) onChanged();
  };
  return (
    <Card>
      <h3 className="flex flex-wrap items-center gap-2 font-semibold break-words">
        {title} <Tag tone={status === 'PUBLISHED' ? 'success' : 'neutral'}>{i18n._(eventStatusTerms[status])}</Tag>
      </h3>
      <p className="text-soft">
        {formatMoment(startsAt, { weekday: true, time: true })} · {place}
        {capacity != null && (
          <>
            {' · '}
            <Trans>{capacity} yer</Trans>
          </>
        )}
      </p>
      <ProblemSummary state={state} />
      {isCorrected && <Notice tone="success" role="status" title={<Trans>Düzəliş saxlanıldı.</Trans>} />}
      {status !== 'PLANNED' && (
        <p>
          <Link to={`/publishing/${id}/guests`}>
            <Trans>Kim gəlir</Trans>
          </Link>
        </p>
      )}
      {status !== 'CANCELLED' && startsAt > now && (
        <Disclosure label={<Trans>Düzəliş et</Trans>}>
          <EventForm
            codes={codes}
            event={{
              ...event,
              country: event.country?.code ?? '',
              title: keptTexts(event.titleTexts),
              body: keptTexts(event.bodyTexts),
            }}
            onSaved={() => {
              setCorrected(true);
              onChanged();
            }}
          />
        </Disclosure>
      )}
      {status !== 'CANCELLED' && (
        <div className="flex flex-wrap gap-3">
          {status === 'PLANNED' && (
            <Button isPending={state.running} onPress={() => void submit()}>
              <Trans>Dərc et</Trans>
            </Button>
          )}
          <ConfirmedAction
            label={<Trans>Tədbiri ləğv et</Trans>}
            title={<Trans>Tədbir ləğv edilsin?</Trans>}
            document={CancelEvent}
            variables={{ eventId: id }}
            cancel={<Trans>Saxla</Trans>}
            onDone={onChanged}
          >
            <p>
              <Trans>Gələcəyini və ya bəlkə gələcəyini deyənlərə xəbər gedəcək. Geri qaytarmaq olmur.</Trans>
            </p>
          </ConfirmedAction>
        </div>
      )}
    </Card>
  );
}
