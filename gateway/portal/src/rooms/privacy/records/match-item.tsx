import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Switch } from '../../../design/base/switch.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { graphql } from '../../../generated/gql.js';
import type { MatchedRecordFragment } from '../../../generated/graphql.js';
import { formatMoment } from '../../../language/format.js';
import { basisTerms, refusalTerms } from '../../../language/terms.js';
import { InquiryForm } from '../views/inquiry-form.js';
import { InquiryState } from '../views/inquiry-state.js';

export const MatchedRecord = graphql(`
  fragment MatchedRecord on AccessLogEntry {
    id
    decidedAt
    basis
    refusal
    reference
    isDisclosed
    organization {
      id
      name
    }
    inquiries {
      id
      kind
      outcome
      answer
      dueAt
      overdue
    }
  }
`);

const TellOfRecord = graphql(`
  mutation TellOfRecord($reference: ID!, $isDisclosed: Boolean!) @purpose(is: "none") {
    discloseRecord(reference: $reference, isDisclosed: $isDisclosed) {
      __typename
      ... on RecordDisclosure {
        reference
        isDisclosed
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface TellingProps {
  readonly reference: string;
  readonly isDisclosed: boolean;
  readonly organization: string;
}

/** A record that was held against the person: what came of it, “this is not me”, and whether its organisation may know that it is. */
export function MatchItem({ match, onRaised }: { match: MatchedRecordFragment; onRaised: () => void }) {
  const { i18n, t } = useLingui();
  const [isDenying, setDenying] = useState(false);
  const { organization, basis, refusal, reference, isDisclosed, inquiries, decidedAt } = match;
  const canDeny = organization != null && !inquiries.some(({ kind }) => kind === 'OBJECTION');
  return (
    <li className="grid gap-2 py-3">
      <h3>{organization?.name ?? <Trans>Birliyin ofisi</Trans>}</h3>
      <p className="text-soft">
        {formatMoment(decidedAt, { time: true })}
        {basis != null && <> · {i18n._(basisTerms[basis])}</>}
        {refusal != null && <> · {i18n._(refusalTerms[refusal])}</>}
      </p>
      {inquiries.map((inquiry) => (
        <InquiryState key={inquiry.id} inquiry={inquiry} />
      ))}
      {isDenying ? (
        <InquiryForm
          entryId={match.id}
          kind="OBJECTION"
          onRaised={() => {
            setDenying(false);
            onRaised();
          }}
          onLeave={() => setDenying(false)}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          {canDeny && (
            <Button variant="secondary" onPress={() => setDenying(true)}>
              {basis === 'LINKED' ? <Trans>Bu mən deyiləm</Trans> : <Trans>Etiraz et</Trans>}
            </Button>
          )}
          {reference != null && isDisclosed != null && (
            <Telling
              reference={reference}
              isDisclosed={isDisclosed}
              organization={organization?.name ?? t`Birliyin ofisi`}
            />
          )}
        </div>
      )}
    </li>
  );
}

function Telling({ reference, isDisclosed, organization }: TellingProps) {
  const [tell, state] = useAction(TellOfRecord);
  const [isTold, setTold] = useState(isDisclosed);
  const change = async (wanted: boolean) => {
    setTold(wanted);
    if ((await tell({ reference, isDisclosed: wanted })) === null) setTold(!wanted);
  };
  return (
    <div className="grid gap-1">
      <ProblemSummary state={state} />
      <Switch isSelected={isTold} isPending={state.running} onChange={(wanted) => void change(wanted)}>
        <Trans>{organization} bu qeydin mənim olduğunu bilir</Trans>
      </Switch>
      <p role="status" className="text-soft">
        {isTold ? (
          <Trans>Təşkilat sizi bu qeydlə tapa bilər.</Trans>
        ) : (
          <Trans>Təşkilat bilmir ki, bu qeyd sizindir.</Trans>
        )}
      </p>
    </div>
  );
}
