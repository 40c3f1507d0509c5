import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';

const DeclareRegister = graphql(`
  mutation DeclareRegister($eachPersonOnce: Boolean!) @purpose(is: "none") {
    declareRegister(eachPersonOnce: $eachPersonOnce) {
      ... on Register {
        eachPersonOnce
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Says of the organisation's register whether anybody may be in it twice; each answer takes back the other. */
export function RegisterStatement() {
  const [declare, state] = useAction(DeclareRegister);
  const [said, setSaid] = useState<boolean | null>(null);
  const say = async (eachPersonOnce: boolean) => {
    const answer = await declare({ eachPersonOnce });
    if (answer !== null) setSaid(eachPersonOnce);
  };
  return (
    <div className="grid justify-items-start gap-3">
      <p className="max-w-2xl text-soft">
        <Trans>
          Reyestrinizdə hər kəs bir dəfədirsə, iki qeydiniz heç vaxt bir şəxs sayılmır. Əmin deyilsinizsə, ikincini
          seçin.
        </Trans>
      </p>
      <ProblemSummary state={state} />
      <div className="flex flex-wrap gap-3">
        <Button variant="secondary" isPending={state.running} onPress={() => void say(true)}>
          <Trans>Hər kəs bir dəfədir</Trans>
        </Button>
        <Button variant="secondary" isPending={state.running} onPress={() => void say(false)}>
          <Trans>Təkrarlar ola bilər</Trans>
        </Button>
      </div>
      {said !== null && (
        <Notice
          tone="success"
          role="status"
          title={
            said ? (
              <Trans>Yadda saxlanıldı: hər kəs bir dəfədir.</Trans>
            ) : (
              <Trans>Yadda saxlanıldı: təkrarlar ola bilər.</Trans>
            )
          }
        />
      )}
    </div>
  );
}
