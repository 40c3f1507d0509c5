import { Trans } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Empty } from '../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';

const DeviceListDevice = graphql(`
  fragment DeviceList_device on PushDevice {
    id
    addedAt
  }
`);

const RemovePushDevice = graphql(`
  mutation RemovePushDevice($id: ID!) @purpose(is: "none") {
    removePushDevice(id: $id)
  }
`);

interface DeviceListProps {
  readonly devices: readonly FragmentType<typeof DeviceListDevice>[];
  readonly onRemoved: () => void;
}

/** The devices on which the person is told. */
export function DeviceList({ devices, onRemoved }: DeviceListProps) {
  const [remove, state] = useAction(RemovePushDevice);
  const shown = readFragment(DeviceListDevice, devices);
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Bildiriş gələn cihazlar</Trans>
      </h2>
      <ProblemSummary state={state} />
      {shown.length === 0 ? (
        <Empty>
          <Trans>Hələ cihaz yoxdur. Cihazı Birliyin telefon tətbiqi əlavə edir.</Trans>
        </Empty>
      ) : (
        <ul className="grid gap-2">
          {shown.map(({ id, addedAt }) => {
            const day = formatMoment(addedAt, { time: true });
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-1">
                <Trans>Əlavə olunub: {day}</Trans>
                <Button
                  variant="quiet"
                  isPending={state.running}
                  onPress={() => void remove({ id }).then((data) => data !== null && onRemoved())}
                >
                  <Trans>Çıxar</Trans>
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
