import { useLingui } from '@lingui/react';
import type { MessageDescriptor } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ActionState } from '../../../data/action.js';
import { Card } from '../../../design/base/card.js';
import { Link } from '../../../design/base/link.js';
import { AnswerForm } from './answer-form.js';
import { Deadline } from './deadline.js';

interface AskedItemProps<Outcome extends string> {
  readonly title: ReactNode;
  readonly message: string;
  /** What it is about, in a line. */
  readonly about: ReactNode;
  /** Who asks. */
  readonly personId: string;
  readonly dueAt: string;
  readonly isLate: boolean;
  /** What the organisation did; null while it has not answered. */
  readonly outcome: Outcome | null | undefined;
  readonly answer: string | null | undefined;
  readonly outcomes: Readonly<Record<Outcome, MessageDescriptor>>;
  /** The outcome that is proposed. */
  readonly first: Outcome;
  readonly state: ActionState;
  readonly onSend: (outcome: Outcome, answer: string) => void;
}

/** Something that somebody asks of the organisation, with its clock, and the one answer. */
export function AskedItem<Outcome extends string>(props: AskedItemProps<Outcome>) {
  const { i18n } = useLingui();
  const { outcome, outcomes } = props;
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3>{props.title}</h3>
        {outcome == null && <Deadline dueAt={props.dueAt} isLate={props.isLate} />}
      </div>
      <p>{props.message}</p>
      <p className="text-sm text-soft">{props.about}</p>
      <p>
        <Link to="/people/$id" params={{ id: props.personId }}>
          <Trans>Şəxsin səhifəsi</Trans>
        </Link>
      </p>
      {outcome == null ? (
        <AnswerForm outcomes={outcomes} first={props.first} state={props.state} onSend={props.onSend} />
      ) : (
        <div className="rounded-lg bg-sunken p-3">
          <p className="font-semibold">{i18n._(outcomes[outcome])}</p>
          <p>{props.answer}</p>
        </div>
      )}
    </Card>
  );
}
