import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { Form, ProblemSummary } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatList, formatMoment } from '../../../language/format.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { issuerClaimTerms } from '../office-terms.js';
import { type IssuerTrust, TrustFields } from './trust-fields.js';
import { WithdrawIssuer } from './withdraw-issuer.js';

const ListedIssuer = graphql(`
  fragment IssuerCard_issuer on Issuer {
    issuer
    admittedAt
    withdrawnAt
    anyOrganization
    signsUp
    claims
    organizations {
      id
      name
    }
  }
`);

const ChangeIssuer = graphql(`
  mutation ChangeIssuer($input: IssuerInput!) @purpose(is: "none") {
    changeIssuer(input: $input) {
      ... on Issuer {
        issuer
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** One sign-in service: what is believed of it, whose it is, and what the office can change about it. */
export function IssuerCard(props: { issuer: FragmentType<typeof ListedIssuer> }) {
  const { i18n } = useLingui();
  const issuer = readFragment(ListedIssuer, props.issuer);
  const [change, state] = useAction(ChangeIssuer);
  const [trust, setTrust] = useState<IssuerTrust>(issuer);
  const [isChanged, setChanged] = useState(false);
  const since = formatMoment(issuer.admittedAt);
  const submit = async () => {
    const { claims, anyOrganization, signsUp } = trust;
    const done = await change({ input: { issuer: issuer.issuer, claims: [...claims], anyOrganization, signsUp } });
    setChanged(done !== null);
  };
  return (
    <Card>
      <h3 className="break-all">{issuer.issuer}</h3>
      <div className="flex flex-wrap gap-2">
        {issuer.withdrawnAt === null ? (
          <Tag tone="success">
            <Trans>keçərlidir</Trans>
          </Tag>
        ) : (
          <Tag tone="danger">
            <Trans>götürülüb</Trans>
          </Tag>
        )}
        {issuer.anyOrganization && (
          <Tag tone="warning">
            <Trans>istənilən təşkilat</Trans>
          </Tag>
        )}
        {issuer.signsUp && (
          <Tag tone="info">
            <Trans>özü qoşulmaq olur</Trans>
          </Tag>
        )}
      </div>
      <Facts
        rows={[
          [<Trans>Qəbul edilib</Trans>, since],
          [
            <Trans>İnanılır</Trans>,
            issuer.claims.length === 0 ? (
              <Trans>heç nəyinə: yalnız əl ilə bağlananlar</Trans>
            ) : (
              formatList(issuer.claims.map((claim) => i18n._(issuerClaimTerms[claim])))
            ),
          ],
        ]}
      />
      {issuer.organizations.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {issuer.organizations.map(({ id, name }) => (
            <li key={id}>
              <Link to="/office/organizations/$id" params={{ id }}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {issuer.withdrawnAt === null && (
        <>
          <Disclosure label={<Trans>Nəyinə inanıldığını dəyiş</Trans>}>
            <ProblemSummary state={state} />
            <Form
              submit={<Trans>Dəyiş</Trans>}
              state={{ ...state, problem: null }}
              onSubmit={() => void submit()}
              aside={
                <span role="status" className="text-success">
                  {isChanged && <Trans>Dəyişdirildi.</Trans>}
                </span>
              }
            >
              <TrustFields trust={trust} onChange={setTrust} />
            </Form>
          </Disclosure>
          <WithdrawIssuer issuer={issuer.issuer} />
        </>
      )}
    </Card>
  );
}
