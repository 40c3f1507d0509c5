import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Link } from '../../../design/base/link.js';
import { Field } from '../../../design/form/field.js';
import { Form, ProblemSummary } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay } from '../../../language/format.js';
import { type Address, defineStaticPage } from '../../../page/page.js';
import { EndGuardianship } from './end-guardianship.js';
import { type ChosenPerson, PersonChoice } from './person-choice.js';

const RecordGuardianship = graphql(`
  mutation RecordGuardianship($input: RecordGuardianshipInput!) @purpose(is: "none") {
    recordGuardianship(input: $input) {
      ... on Guardianship {
        id
        endsOn
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface RecordedGuardianship {
  readonly id: string;
  readonly endsOn: string | null;
}

/** Somebody whose page of records led here; null for nobody. */
const cameFrom = (id: string | undefined): ChosenPerson | null => (id === undefined ? null : { id });

/** Enters who decides for a minor, with the document that the office has seen. */
export const page = defineStaticPage(
  msg`Valideyn və ya qəyyumu qeydə al`,
  function RecordGuardian({ search }: Address) {
    const { t } = useLingui();
    const [ward, setWard] = useState(() => cameFrom(search['ward']));
    const [guardian, setGuardian] = useState(() => cameFrom(search['guardian']));
    const [evidence, setEvidence] = useState('');
    const [isTried, setTried] = useState(false);
    const [recorded, setRecorded] = useState<RecordedGuardianship | null>(null);
    const [record, recording] = useAction(RecordGuardianship);
    const [end, ending] = useAction(EndGuardianship);
    const submit = async () => {
      setTried(true);
      if (ward === null || guardian === null) return;
      const input = { wardId: ward.id, guardianId: guardian.id, evidence };
      const result = (await record({ input }))?.recordGuardianship;
      if (result?.__typename !== 'Guardianship') return;
      setRecorded(result);
      setWard(null);
      setGuardian(null);
      setEvidence('');
      setTried(false);
    };
    const takeBack = async () => {
      if (recorded === null || (await end({ id: recorded.id })) === null) return;
      setRecorded(null);
    };
    const day = recorded?.endsOn == null ? null : formatDay(recorded.endsOn);
    return (
      <div className="grid gap-6">
        <header className="grid max-w-2xl gap-2">
          <Link to="/office/guardianships">
            <Trans>Valideyn və qəyyumlar</Trans>
          </Link>
          <h1>
            <Trans>Valideyn və ya qəyyumu qeydə al</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              Sənədin əslini gördükdən sonra. Bundan sonra o, yetkin olmayanın icazələrinə, müraciətlərinə və hesabına
              cavab verir.
            </Trans>
          </p>
        </header>
        <div role="status" className="empty:hidden">
          {recorded !== null && (
            <Notice tone="success" title={<Trans>Qeydə alındı və qüvvəyə mindi.</Trans>}>
              {day !== null && (
                <p>
                  <Trans>Yetkinlik yaşına çatan gün bitir: {day}.</Trans>
                </p>
              )}
              <Button variant="secondary" onPress={() => void takeBack()} isPending={ending.running}>
                <Trans>Geri al</Trans>
              </Button>
            </Notice>
          )}
        </div>
        <ProblemSummary state={ending} />
        <div className="grid gap-4 lg:grid-cols-2">
          <PersonChoice
            title={<Trans>Yetkin olmayan</Trans>}
            find={<Trans>Yetkin olmayanı tap</Trans>}
            person={ward}
            onChosen={setWard}
            error={isTried && ward === null && t`Əvvəl yetkin olmayanı tapın.`}
          />
          <PersonChoice
            title={<Trans>Valideyn və ya qəyyum</Trans>}
            find={<Trans>Valideyni və ya qəyyumu tap</Trans>}
            person={guardian}
            onChosen={setGuardian}
            error={isTried && guardian === null && t`Əvvəl valideyni və ya qəyyumu tapın.`}
          />
        </div>
        <Form submit={<Trans>Qeydə al</Trans>} state={recording} onSubmit={() => void submit()}>
          <Field
            label={<Trans>Gördüyünüz sənəd</Trans>}
            hint={<Trans>Növü və nömrəsi; yalnız ofis görür</Trans>}
            name="evidence"
            isRequired
            lines={2}
            maxLength={1000}
            value={evidence}
            onChange={setEvidence}
          />
        </Form>
      </div>
    );
  },
);
