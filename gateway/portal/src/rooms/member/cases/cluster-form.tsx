import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Tag } from '../../../design/base/tag.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { Trouble } from '../../../generated/codes.js';
import type { FourLanguagesInput } from '../../../generated/graphql.js';
import { formatCountry } from '../../../language/format.js';
import { troubleTerms } from '../../_shared/cases/case-terms.js';
import { TextFields } from './text-fields.js';

const ClusterFormOutline = graphql(`
  fragment ClusterForm_outline on CaseOutline {
    id
    trouble
    isGrave
    clusterId
    country {
      code
    }
    organization {
      id
      name
    }
  }
`);

const CreateCaseCluster = graphql(`
  mutation CreateCaseCluster($input: CreateCaseClusterInput!) @purpose(is: "none") {
    createCaseCluster(input: $input) {
      ... on CaseCluster {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const troubles = Object.keys(troubleTerms) as readonly Trouble[];

interface ClusterFormProps {
  readonly outlines: readonly FragmentType<typeof ClusterFormOutline>[];
  readonly onMade: () => void;
}

/** Makes a cluster of cases of one kind, which are seen without names. */
export function ClusterForm({ onMade, ...props }: ClusterFormProps) {
  const { i18n } = useLingui();
  const outlines = readFragment(ClusterFormOutline, props.outlines);
  const [make, state] = useAction(CreateCaseCluster);
  const [trouble, setTrouble] = useState<Trouble>('RESIDENCE');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [summary, setSummary] = useState<FourLanguagesInput>({ az: '' });
  const free = outlines.filter((one) => one.trouble === trouble && one.clusterId == null);
  const submit = async () => {
    if ((await make({ input: { trouble, summary, caseIds: [...chosen] } })) === null) return;
    setChosen([]);
    setSummary({ az: '' });
    onMade();
  };
  return (
    <Form submit={<Trans>Qrup yarat</Trans>} state={state} onSubmit={() => void submit()}>
      <Select
        label={<Trans>Mövzu</Trans>}
        value={trouble}
        onChange={(value) => {
          setTrouble(value);
          setChosen([]);
        }}
        options={troubles.map((value) => ({ value, text: i18n._(troubleTerms[value]) }))}
      />
      <fieldset>
        <legend className="font-semibold">
          <Trans>Hələ qrupda olmayan müraciətlər</Trans>
        </legend>
        {free.length === 0 && (
          <p className="text-soft">
            <Trans>Bu mövzuda belə müraciət yoxdur.</Trans>
          </p>
        )}
        {free.map(({ id, isGrave, country, organization }) => (
          <Checkbox
            key={id}
            isSelected={chosen.includes(id)}
            onChange={(isIn) => setChosen(isIn ? [...chosen, id] : chosen.filter((other) => other !== id))}
          >
            {country != null && formatCountry(country.code)} · {organization?.name}{' '}
            {isGrave && (
              <Tag tone="danger">
                <Trans>ağır</Trans>
              </Tag>
            )}
          </Checkbox>
        ))}
      </fieldset>
      <TextFields
        label={<Trans>Ümumi problem (heç kimi tanıtmadan)</Trans>}
        value={summary}
        onChange={setSummary}
        lines={3}
      />
    </Form>
  );
}
