import { Trans, useLingui } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { actionTerms, officerName } from './desk-terms.js';

const DeskHistory_emergency = graphql(`
  fragment DeskHistory_emergency on EmergencyAbroad {
    id
    events(first: 30) {
      nodes {
        id
        action
        byWhom
        toWhom
        at
      }
    }
  }
`);

/** What was done at the desk, the newest first. */
export function DeskHistory(props: { emergency: FragmentType<typeof DeskHistory_emergency> }) {
  const { i18n } = useLingui();
  const { events } = readFragment(DeskHistory_emergency, props.emergency);
  return (
    <section className="no-print grid gap-3">
      <h2>
        <Trans>Tarixçə</Trans>
      </h2>
      <ul className="grid gap-1">
        {events.nodes.map(({ id, action, byWhom, toWhom, at }) => (
          <li key={id}>
            <span className="text-soft">{formatMoment(at, { time: true })}</span>{' '}
            {byWhom == null ? <Trans>sistem</Trans> : officerName(byWhom)}: {i18n._(actionTerms[action])}
            {toWhom != null && <> → {action === 'LISTED' ? toWhom : officerName(toWhom)}</>}
          </li>
        ))}
      </ul>
    </section>
  );
}
