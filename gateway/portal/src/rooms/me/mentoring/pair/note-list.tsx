import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../../data/action.js';
import { Button } from '../../../../design/base/button.js';
import { Field } from '../../../../design/form/field.js';
import { Form, ProblemSummary } from '../../../../design/form/form.js';
import { Empty } from '../../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../../generated/fragment-masking.js';
import { graphql } from '../../../../generated/gql.js';
import { formatMoment } from '../../../../language/format.js';

const NoteListPair = graphql(`
  fragment NoteList_pair on MentorshipPair {
    id
    notes {
      id
      text
      writtenAt
      isOwn
    }
  }
`);

const WriteNote = graphql(`
  mutation WriteMentorshipNote($input: WriteMentorshipNoteInput!) @purpose(is: "none") {
    writeMentorshipNote(input: $input) {
      ... on MentorshipNote {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const DeleteNote = graphql(`
  mutation DeleteMentorshipNote($id: ID!) @purpose(is: "none") {
    deleteMentorshipNote(noteId: $id) {
      ... on MentorshipNote {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface NoteListProps {
  readonly pair: FragmentType<typeof NoteListPair>;
  readonly isActive: boolean;
  readonly onChanged: () => void;
}

/** What the two noted for each other, the newest first; who wrote a note can delete it. */
export function NoteList({ isActive, onChanged, ...props }: NoteListProps) {
  const { t } = useLingui();
  const { id: mentorshipId, notes } = readFragment(NoteListPair, props.pair);
  const [write, writeState] = useAction(WriteNote);
  const [drop, dropState] = useAction(DeleteNote);
  const [text, setText] = useState('');
  const submit = async () => {
    if ((await write({ input: { mentorshipId, text } })) === null) return;
    setText('');
    onChanged();
  };
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Aranızdakı qeydlər</Trans>
      </h2>
      {isActive && (
        <Form submit={<Trans>Qeydi saxla</Trans>} state={writeState} onSubmit={() => void submit()}>
          <Field
            label={<Trans>Yeni qeyd</Trans>}
            name="note"
            lines={3}
            maxLength={4000}
            value={text}
            onChange={setText}
          />
        </Form>
      )}
      <ProblemSummary state={dropState} />
      {notes.length === 0 && (
        <Empty>
          <Trans>Hələ qeyd yoxdur.</Trans>
        </Empty>
      )}
      <ul className="grid gap-3">
        {notes.map(({ id, text: note, writtenAt, isOwn }) => {
          const when = formatMoment(writtenAt, { time: true });
          return (
            <li key={id} className="grid gap-1 rounded-xl border border-line bg-raised p-4">
              <p className="text-sm text-soft">
                {isOwn ? <Trans>Siz</Trans> : <Trans>O biri tərəf</Trans>} · {when}
              </p>
              <p className="whitespace-pre-line wrap-anywhere">{note}</p>
              {isOwn && (
                <div>
                  <Button
                    variant="quiet"
                    aria-label={t`Qeydi sil: ${when}`}
                    isPending={dropState.running}
                    onPress={() => void drop({ id }).then((done) => done !== null && onChanged())}
                  >
                    <Trans>Qeydi sil</Trans>
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
