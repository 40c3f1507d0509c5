import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Check } from '../../../design/base/icons.js';
import { ButtonLink } from '../../../design/base/link.js';

/** Something that waits for the person, and where it is done. */
export interface Task {
  readonly key: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly action: ReactNode;
  readonly to: string;
  readonly hash?: string;
}

interface TaskListProps {
  readonly tasks: readonly Task[];
  /** Whether every member answered, so that it may be said that nothing waits. */
  readonly isHeard: boolean;
}

/** What waits for the person: the first is the main one. */
export function TaskList({ tasks, isHeard }: TaskListProps) {
  if (tasks.length === 0) {
    if (!isHeard) return null;
    return (
      <p className="flex items-center gap-2 rounded-xl bg-success-soft p-4 text-success">
        <Check />
        <Trans>Hər şey qaydasındadır, sizdən heç nə gözlənilmir.</Trans>
      </p>
    );
  }
  return (
    <ol className="grid gap-3">
      {tasks.map(({ key, title, detail, action, to, hash }, index) => (
        <li
          key={key}
          className="grid grid-cols-1 gap-3 rounded-xl border border-line bg-raised p-4 sm:flex sm:items-center sm:justify-between"
        >
          <div className="grid min-w-0 gap-1">
            <h3>{title}</h3>
            {detail !== undefined && <p className="wrap-anywhere text-soft">{detail}</p>}
          </div>
          <ButtonLink to={to} {...(hash !== undefined && { hash })} variant={index === 0 ? 'primary' : 'secondary'}>
            {action}
          </ButtonLink>
        </li>
      ))}
    </ol>
  );
}
