import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { forgetAnswers } from '../../../data/client.js';
import { Button } from '../../../design/base/button.js';
import { DateField } from '../../../design/form/date-field.js';
import { Form } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';
import { isWholeName, NameFields, nameInput } from './name-fields.js';

const SignUp = graphql(`
  mutation SignUp($input: SignUpInput!) @purpose(is: "none") {
    signUp(input: $input) {
      ... on Account {
        registeredAt
        isMinor
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Makes whoever signed in a person of the federation. A minor is told who decides before going on. */
export function SignUpForm() {
  const [signUp, state] = useAction(SignUp);
  const [name, setName] = useState({ givenName: '', familyName: '', patronymic: '' });
  const [birthDate, setBirthDate] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isMinor, setMinor] = useState(false);
  if (isMinor) return <MinorWelcome />;
  const submit = async () => {
    setChecked(true);
    if (!isWholeName(name) || birthDate === '') return;
    const data = await signUp({ input: { ...nameInput(name), birthDate } });
    if (data?.signUp.__typename !== 'Account') return;
    if (data.signUp.isMinor) setMinor(true);
    else forgetAnswers();
  };
  return (
    <Form submit={<Trans>Səhifəmi aç</Trans>} state={state} onSubmit={() => void submit()}>
      <NameFields value={name} onChange={setName} isChecked={isChecked} />
      <DateField
        label={<Trans>Doğum tarixi</Trans>}
        value={birthDate}
        onChange={setBirthDate}
        isBirthday
        error={isChecked && birthDate === '' && <Trans>Gün, ay və ili yazın, məsələn, 28 5 2004.</Trans>}
      />
    </Form>
  );
}

function MinorWelcome() {
  return (
    <Notice tone="success" role="status" title={<Trans>Səhifəniz hazırdır.</Trans>}>
      <p>
        <Trans>
          Yaşınız 18-dən azdır. Kimə icazə verməyi və hara qoşulmağı valideyniniz və ya qəyyumunuz təsdiqləyir. Onu
          Birliyin ofisi sizinlə əlaqələndirir.
        </Trans>
      </p>
      <Button onPress={forgetAnswers}>
        <Trans>Səhifəmə keç</Trans>
      </Button>
    </Notice>
  );
}
