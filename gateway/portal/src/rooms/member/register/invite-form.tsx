import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { CopyText } from '../../../design/base/copy-text.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { Notice } from '../../../design/states/notice.js';
import type { AffiliationRole } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { roleTerms } from '../member-terms.js';

const InviteToMembership = graphql(`
  mutation InviteToMembership($input: InviteToMembershipInput!) @purpose(is: "none") {
    inviteToMembership(input: $input) {
      ... on IssuedInvitation {
        code
        invitation {
          id
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const CreateClaimCode = graphql(`
  mutation CreateClaimCode($input: CreateClaimCodeInput!) @purpose(is: "none") {
    createClaimCode(input: $input) {
      ... on IssuedInvitation {
        code
        invitation {
          id
        }
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Makes a code by which somebody comes to the organisation, with the record of theirs where there is one. It is shown this once. */
export function InviteForm({ onIssued }: { onIssued: () => void }) {
  const { i18n } = useLingui();
  const [role, setRole] = useState<AffiliationRole>('VOLUNTEER');
  const [localKey, setLocalKey] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [invite, inviteState] = useAction(InviteToMembership);
  const [createCode, codeState] = useAction(CreateClaimCode);
  const key = localKey.trim();
  const submit = async () => {
    const days = 14;
    const issued =
      key === ''
        ? (await invite({ input: { role, days } }))?.inviteToMembership
        : (await createCode({ input: { role, days, localKey: key } }))?.createClaimCode;
    if (issued?.__typename !== 'IssuedInvitation') return;
    setCode(issued.code);
    onIssued();
  };
  if (code !== null)
    return (
      <Notice tone="success" role="status" title={<Trans>Kod hazırdır. O, yalnız indi göstərilir.</Trans>}>
        <p className="text-2xl font-semibold tracking-wider break-all select-all">{code}</p>
        <CopyText label={<Trans>Kod</Trans>} text={code} />
        <p>
          <Trans>Kodu şəxsə verin. O, «Mənim səhifəm»də daxil edəcək. 14 gün qüvvədədir.</Trans>
        </p>
        <div className="no-print flex flex-wrap gap-3">
          <Button variant="secondary" onPress={() => print()}>
            <Trans>Çap et</Trans>
          </Button>
          <Button
            variant="quiet"
            onPress={() => {
              setCode(null);
              setLocalKey('');
            }}
          >
            <Trans>Yeni kod</Trans>
          </Button>
        </div>
      </Notice>
    );
  return (
    <Form submit={<Trans>Kod yarat</Trans>} state={key === '' ? inviteState : codeState} onSubmit={() => void submit()}>
      <Select
        label={<Trans>Kim kimi qoşulur?</Trans>}
        value={role}
        onChange={setRole}
        options={(Object.keys(roleTerms) as AffiliationRole[]).map((value) => ({
          value,
          text: i18n._(roleTerms[value]),
        }))}
      />
      <Field
        label={<Trans>Reyestrinizdəki nömrəsi</Trans>}
        hint={<Trans>Bu şəxsin qeydi varsa, yazın: kodla həm də öz qeydini tapacaq. Yoxdursa, boş qoyun.</Trans>}
        name="local-key"
        value={localKey}
        onChange={setLocalKey}
        maxLength={100}
      />
    </Form>
  );
}
