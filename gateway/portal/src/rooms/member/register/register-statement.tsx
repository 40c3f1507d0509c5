import { Trans } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Facts } from '../../../design/base/facts.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Empty } from '../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';

const RegisterStatement_register = graphql(`
  fragment RegisterStatement_register on Register {
    eachPersonOnce
    declaredAt
    declaredBy
  }
`);

const DeclareRegister = graphql(`
  mutation DeclareRegister($eachPersonOnce: Boolean!) @purpose(is: "none") {
    declareRegister(eachPersonOnce: $eachPersonOnce) {
      ... on Register {
        ...RegisterStatement_register
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface RegisterStatementProps {
  /** What is said now; null or unset where nothing is. */
  readonly register: FragmentType<typeof RegisterStatement_register> | null | undefined;
  /** Whether records were submitted: then what was said stays. */
  readonly isFixed: boolean;
  readonly onDeclared: () => void;
}

/** What the organisation says of its register, since when and by whom; until the first record it can say something else. */
export function RegisterStatement({ register, isFixed, onDeclared }: RegisterStatementProps) {
  const said = readFragment(RegisterStatement_register, register);
  const [declare, state] = useAction(DeclareRegister);
  const say = async (eachPersonOnce: boolean) => {
    if ((await declare({ eachPersonOnce })) !== null) onDeclared();
  };
  return (
    <div className="grid justify-items-start gap-3">
      <p className="max-w-2xl text-soft">
        <Trans>
          Reyestrinizdə hər kəs bir dəfədirsə, iki qeydiniz heç vaxt bir şəxs sayılmır. Əmin deyilsinizsə, ikincini
          seçin.
        </Trans>{' '}
        <Trans>İlk qeyd göndəriləndən sonra bu dəyişmir.</Trans>
      </p>
      {said == null ? (
        <Empty>
          <Trans>Reyestr haqqında heç nə deyilməyib: təkrarlar ola bilər sayılır.</Trans>
        </Empty>
      ) : (
        <div role="status">
          <Facts
            rows={[
              [
                <Trans>İndi deyilən</Trans>,
                said.eachPersonOnce ? <Trans>Hər kəs bir dəfədir</Trans> : <Trans>Təkrarlar ola bilər</Trans>,
              ],
              [<Trans>Nə vaxtdan</Trans>, formatMoment(said.declaredAt, { time: true })],
              [<Trans>Kim deyib</Trans>, said.declaredBy],
            ]}
          />
        </div>
      )}
      <ProblemSummary state={state} />
      {!isFixed && (
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary" isPending={state.running} onPress={() => void say(true)}>
            <Trans>Hər kəs bir dəfədir</Trans>
          </Button>
          <Button variant="secondary" isPending={state.running} onPress={() => void say(false)}>
            <Trans>Təkrarlar ola bilər</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}
