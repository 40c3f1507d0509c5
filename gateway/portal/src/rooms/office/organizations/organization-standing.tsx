import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { Form, ProblemSummary } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';

const Standing = graphql(`
  fragment OrganizationStanding_organization on Organization {
    id
    kind
    accredited
    accreditedSince
  }
`);

const AccreditOrganization = graphql(`
  mutation AccreditOrganization($id: ID!) @purpose(is: "none") {
    accreditOrganization(id: $id) {
      ... on Organization {
        id
        accredited
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const SuspendOrganization = graphql(`
  mutation SuspendOrganization($input: SuspendOrganizationInput!) @purpose(is: "none") {
    suspendOrganization(input: $input) {
      ... on Organization {
        id
        accredited
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const ReinstateOrganization = graphql(`
  mutation ReinstateOrganization($id: ID!) @purpose(is: "none") {
    reinstateOrganization(id: $id) {
      ... on Organization {
        id
        accredited
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Whether the organisation may act, and what the office can change about it. Each step has the one that undoes it. */
export function OrganizationStanding(props: { organization: FragmentType<typeof Standing> }) {
  const { id, kind, accredited, accreditedSince } = readFragment(Standing, props.organization);
  const [accredit, accrediting] = useAction(AccreditOrganization);
  const [suspend, suspending] = useAction(SuspendOrganization);
  const [reinstate, reinstating] = useAction(ReinstateOrganization);
  const [isSuspending, setSuspending] = useState(false);
  const [reason, setReason] = useState('');
  const since = accreditedSince === null ? '' : formatMoment(accreditedSince);
  const failed = [accrediting, reinstating].find(({ problem }) => problem !== null);
  return (
    <div className="grid justify-items-start gap-3">
      {failed && <ProblemSummary state={failed} />}
      <div role="status" className="empty:hidden">
        {accredited === true && Date.parse(accreditedSince ?? '') > 0 && (
          <p className="text-soft">
            <Trans>{since} tarixindən akkreditə olunub.</Trans>
          </p>
        )}
        {accredited === false && accreditedSince === null && (
          <p className="text-soft">
            <Trans>Akkreditə olunana qədər paylaşılan heç bir məlumatı oxumur.</Trans>
          </p>
        )}
        {accredited === false && accreditedSince !== null && (
          <p className="text-soft">
            <Trans>Dayandırılıb: bərpa olunana qədər heç nə oxumur. Səbəb aşağıda, tarixçədədir.</Trans>
          </p>
        )}
      </div>
      {accredited === false && accreditedSince === null && (
        <Button onPress={() => void accredit({ id })} isPending={accrediting.running}>
          <Trans>Akkreditə et</Trans>
        </Button>
      )}
      {accredited === false && accreditedSince !== null && (
        <Button onPress={() => void reinstate({ id })} isPending={reinstating.running}>
          <Trans>Fəaliyyətini bərpa et</Trans>
        </Button>
      )}
      {accredited === true && kind !== 'REGISTRY' && !isSuspending && (
        <Button variant="danger" onPress={() => setSuspending(true)}>
          <Trans>Dayandır…</Trans>
        </Button>
      )}
      {accredited === true && isSuspending && (
        <Form
          submit={<Trans>Dayandır</Trans>}
          state={suspending}
          onSubmit={() =>
            void suspend({ input: { organizationId: id, reason } }).then((done) => {
              if (done === null) return;
              setSuspending(false);
              setReason('');
            })
          }
          aside={
            <Button variant="quiet" onPress={() => setSuspending(false)}>
              <Trans>Ləğv et</Trans>
            </Button>
          }
        >
          <Field
            label={<Trans>Niyə?</Trans>}
            hint={<Trans>Yalnız ofis və təşkilatın özü görür. Növbəti sorğudan heç nə oxuya bilməyəcək.</Trans>}
            name="reason"
            lines={3}
            isRequired
            value={reason}
            onChange={setReason}
          />
        </Form>
      )}
    </div>
  );
}
