import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { handOverAt } from '../organization/officer-state.rule.js';
import { Task } from './task.js';

const HandOverTask_organization = graphql(`
  fragment HandOverTask_organization on Organization {
    officers {
      beginsAt
      endsAt
      dismissedAt
    }
  }
`);

interface HandOverTaskProps {
  readonly of: FragmentType<typeof HandOverTask_organization>;
  readonly now: string;
}

/** The day on which the board hands over to the next one; nothing while none is named. */
export function HandOverTask({ of, now }: HandOverTaskProps) {
  const at = handOverAt(readFragment(HandOverTask_organization, of).officers ?? [], now);
  if (at === null) return null;
  const day = formatMoment(at, { weekday: true, time: true });
  return (
    <Task
      title={<Trans>Heyətin təhvili</Trans>}
      detail={<Trans>Təhvil vaxtı: {day}</Trans>}
      to="/organization/hand-over"
      action={<Trans>Bax</Trans>}
    />
  );
}
