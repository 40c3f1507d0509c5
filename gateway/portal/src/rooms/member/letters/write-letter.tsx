import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Link } from '../../../design/base/link.js';
import { Form } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import { inParts, type Outcome, OutcomeNotice, outcomeOf } from '../ask/outcome.js';
import { useVisitPurposes } from '../purpose/visit-purposes.js';
import { LetterFields } from './letter-fields.js';
import { LetterPreview } from './letter-preview.js';
import { type Letter, textsOf } from './letter-text.js';

const WriteToVolunteers = graphql(`
  mutation WriteToVolunteers($input: WriteToVolunteersInput!) @purpose(is: "stated") {
    writeToVolunteers(input: $input) {
      ... on SentMessage {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface WriteLetterProps {
  /** The ids of who is written to. */
  readonly people: readonly string[];
  readonly onClose: () => void;
}

/** Writes to people in the organisation's own words: written, then looked at as it will be read, then sent. */
export function WriteLetter({ people, onClose }: WriteLetterProps) {
  const { stated } = useVisitPurposes();
  const [letter, setLetter] = useState<Letter>({});
  const [isWritten, setWritten] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [write, state] = useAction(WriteToVolunteers);

  const send = async () => {
    const texts = textsOf(letter);
    for (const volunteerIds of inParts(people.slice(outcomes.length))) {
      // One after the other: where one fails, those after it have not been written to, and are by the next try.
      const answer = await write({ input: { volunteerIds: [...volunteerIds], texts } });
      if (answer === null) return;
      const more = answer.writeToVolunteers.map(outcomeOf);
      setOutcomes((before) => [...before, ...more]);
    }
  };

  if (outcomes.length === people.length) {
    const reached = outcomes.filter(({ refusal }) => refusal === null).length;
    return (
      <OutcomeNotice
        outcomes={outcomes}
        done={<Plural value={reached} one="Məktub göndərildi." other="Məktub # nəfərə göndərildi." />}
        none={<Trans>Məktub göndərilmədi.</Trans>}
        onClose={onClose}
      >
        <Link to="/letters">
          <Trans>Göndərilən mesajlar</Trans>
        </Link>
      </OutcomeNotice>
    );
  }
  const name = stated?.name ?? '';
  return (
    <Form
      submit={
        isWritten ? (
          <Plural value={people.length} one="Göndər" other="# nəfərə göndər" />
        ) : (
          <Trans>Necə görünəcəyinə bax</Trans>
        )
      }
      state={state}
      onSubmit={() => (isWritten ? void send() : setWritten(textsOf(letter).length > 0))}
      aside={
        isWritten ? (
          <Button variant="quiet" onPress={() => setWritten(false)}>
            <Trans>Düzəlt</Trans>
          </Button>
        ) : (
          <Button variant="quiet" onPress={onClose}>
            <Trans>Ləğv et</Trans>
          </Button>
        )
      }
    >
      <p className="text-soft">
        <Trans>Məqsəd: {name}. Məktub Birlikdəki mesajlara düşür; ünvanı siz görmürsünüz.</Trans>
      </p>
      {isWritten ? <LetterPreview letter={letter} /> : <LetterFields letter={letter} onChange={setLetter} />}
    </Form>
  );
}
