import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../../design/base/button.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import type { OrganizationKind } from '../../../generated/codes.js';
import { organizationKindTerms } from '../../../language/terms.js';
import { type ChoosableOrganization, OrganizationChoice } from '../permissions/organization-choice.js';
import type { CardAudience } from './search-card.js';

interface AudienceChoiceProps {
  readonly audience: CardAudience;
  readonly organizations: readonly ChoosableOrganization[];
  readonly onChange: (audience: CardAudience) => void;
}

/** Kinds of organisations that look for volunteers; the office does not. */
const kinds: readonly OrganizationKind[] = [
  'UNIVERSITY',
  'AGENCY',
  'MEMBER_ORGANIZATION',
  'UNION',
  'ASSOCIATION',
  'PLATFORM',
  'FEDERATION',
  'CENTER',
  'MINISTRY',
  'PUBLIC_UNION',
  'FOUNDATION',
];

/** Who finds the card: everybody, kinds of organisations, single ones. */
export function AudienceChoice({ audience, organizations, onChange }: AudienceChoiceProps) {
  const { i18n } = useLingui();
  const { everybody, kinds: chosenKinds, organizations: chosen } = audience;
  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">
        <Trans>Kim tapsın</Trans>
      </legend>
      <Checkbox isSelected={everybody} onChange={(isSelected) => onChange({ ...audience, everybody: isSelected })}>
        <Trans>Bütün akkreditə olunmuş üzvlər</Trans>
      </Checkbox>
      {!everybody && (
        <>
          <details open={chosenKinds.length > 0}>
            <summary className="flex min-h-target cursor-pointer items-center text-accent underline underline-offset-4">
              <Trans>Növlərinə görə</Trans>
            </summary>
            <div className="grid sm:grid-cols-2">
              {kinds.map((kind) => (
                <Checkbox
                  key={kind}
                  isSelected={chosenKinds.includes(kind)}
                  onChange={(isSelected) =>
                    onChange({
                      ...audience,
                      kinds: isSelected ? [...chosenKinds, kind] : chosenKinds.filter((other) => other !== kind),
                    })
                  }
                >
                  {i18n._(organizationKindTerms[kind])}
                </Checkbox>
              ))}
            </div>
          </details>
          <details open={chosen.length > 0}>
            <summary className="flex min-h-target cursor-pointer items-center text-accent underline underline-offset-4">
              <Trans>Ayrı-ayrı təşkilatlar</Trans>
            </summary>
            <div className="grid gap-3">
              {chosen.length > 0 && (
                <ul className="grid gap-1">
                  {chosen.map(({ id, name }) => (
                    <li
                      key={id}
                      className="flex flex-wrap items-center justify-between gap-2 rounded-lg bg-sunken px-3"
                    >
                      {name}
                      <Button
                        variant="quiet"
                        onPress={() => onChange({ ...audience, organizations: chosen.filter((one) => one.id !== id) })}
                      >
                        <Trans>Çıxar</Trans>
                      </Button>
                    </li>
                  ))}
                </ul>
              )}
              <OrganizationChoice
                organizations={organizations.filter(({ id }) => chosen.every((one) => one.id !== id))}
                chosen={null}
                onChoose={(organization) => {
                  if (organization !== null) onChange({ ...audience, organizations: [...chosen, organization] });
                }}
              />
            </div>
          </details>
        </>
      )}
    </fieldset>
  );
}
