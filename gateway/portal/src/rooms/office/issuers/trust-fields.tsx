import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox } from '../../../design/form/checkbox.js';
import type { IssuerClaim } from '../../../generated/codes.js';
import { issuerClaimTerms } from '../office-terms.js';

/** What is believed of a sign-in service. */
export interface IssuerTrust {
  readonly claims: readonly IssuerClaim[];
  readonly anyOrganization: boolean;
  readonly signsUp: boolean;
}

const allClaims = Object.keys(issuerClaimTerms) as IssuerClaim[];

/** What is believed of a sign-in service, to be ticked. */
export function TrustFields({ trust, onChange }: { trust: IssuerTrust; onChange: (trust: IssuerTrust) => void }) {
  const { i18n } = useLingui();
  const { claims } = trust;
  return (
    <fieldset>
      <legend className="font-semibold">
        <Trans>Nəyinə inanılır</Trans>
      </legend>
      {allClaims.map((claim) => (
        <Checkbox
          key={claim}
          isSelected={claims.includes(claim)}
          onChange={(isSelected) =>
            onChange({ ...trust, claims: isSelected ? [...claims, claim] : claims.filter((other) => other !== claim) })
          }
        >
          {i18n._(issuerClaimTerms[claim])}
        </Checkbox>
      ))}
      <Checkbox
        isSelected={trust.anyOrganization}
        onChange={(anyOrganization) => onChange({ ...trust, anyOrganization })}
      >
        <Trans>öz xidməti olmayan istənilən təşkilatın adını çəkə bilər</Trans>
      </Checkbox>
      <Checkbox isSelected={trust.signsUp} onChange={(signsUp) => onChange({ ...trust, signsUp })}>
        <Trans>onunla gələnlər özləri qoşula bilər</Trans>
      </Checkbox>
    </fieldset>
  );
}
