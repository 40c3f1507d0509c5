import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { officerName } from './desk-terms.js';

const DutyCard_shift = graphql(`
  fragment DutyCard_shift on DutyShift {
    id
    officer
    startsAt
    endsAt
    isOwn
  }
`);

const TakeDuty = graphql(`
  mutation TakeDuty($input: DutyInput!) @purpose(is: "none") {
    takeDuty(input: $input) {
      ... on DutyShift {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const EndDuty = graphql(`
  mutation EndDuty($id: ID!) @purpose(is: "none") {
    endDuty(id: $id) {
      ... on DutyShift {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const hourMs = 3_600_000;

interface DutyCardProps {
  readonly shifts: readonly FragmentType<typeof DutyCard_shift>[];
  readonly onChanged: () => void;
}

/** Who is on duty: to them, one after the other, come the calls for help that nobody answers. */
export function DutyCard({ onChanged, ...props }: DutyCardProps) {
  const { t } = useLingui();
  const shifts = readFragment(DutyCard_shift, props.shifts);
  const [take, taking] = useAction(TakeDuty);
  const [end, ending] = useAction(EndDuty);
  const [hours, setHours] = useState<'4' | '8' | '12' | '24'>('8');
  const begin = async () => {
    const [startsAt, endsAt] = [0, Number(hours)].map((ahead) => new Date(Date.now() + ahead * hourMs).toISOString());
    if (startsAt === undefined || endsAt === undefined) return;
    if ((await take({ input: { startsAt, endsAt } })) !== null) onChanged();
  };
  return (
    <section className="grid gap-4">
      <h2>
        <Trans>Növbə</Trans>
      </h2>
      <p className="max-w-2xl text-soft">
        <Trans>Cavabsız qalan çağırış növbədəkilərə bir-bir keçir.</Trans>
      </p>
      {shifts.length === 0 ? (
        <p>
          <Trans>İndi heç kim növbədə deyil.</Trans>
        </p>
      ) : (
        <ul className="grid gap-1">
          {shifts.map(({ id, officer, startsAt, endsAt, isOwn }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 rounded-lg bg-sunken px-3 py-1">
              <span>
                <span className="font-semibold">{officerName(officer)}</span>{' '}
                <span className="text-soft">
                  {formatMoment(startsAt, { time: true })} – {formatMoment(endsAt, { time: true })}
                </span>
              </span>
              {isOwn && (
                <Button
                  variant="quiet"
                  isPending={ending.running}
                  onPress={() => void end({ id }).then((done) => done !== null && onChanged())}
                >
                  <Trans>Növbəni bitir</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ProblemSummary state={taking} />
      <ProblemSummary state={ending} />
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={<Trans>İndidən nə qədər?</Trans>}
          value={hours}
          onChange={setHours}
          options={[
            { value: '4', text: t`4 saat` },
            { value: '8', text: t`8 saat` },
            { value: '12', text: t`12 saat` },
            { value: '24', text: t`24 saat` },
          ]}
        />
        <Button variant="secondary" isPending={taking.running} onPress={() => void begin()}>
          <Trans>Növbəyə çıx</Trans>
        </Button>
      </div>
    </section>
  );
}
