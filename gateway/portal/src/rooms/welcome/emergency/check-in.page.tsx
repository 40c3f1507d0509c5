import { msg } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import type { CheckInState } from '../../../generated/codes.js';
import { defineStaticPage } from '../../../page/page.js';
import { EmergencyNews } from './emergency-news.js';
import { StateChoice } from './state-choice.js';
import { useReports } from './use-reports.js';

/** Says how somebody is, by a link and without an account. What can't be sent waits on the device. */
export const page = defineStaticPage(msg`Necə olduğunuzu bildirin`, function CheckIn({ params }) {
  const code = params['code'] ?? '';
  const { state: sending, waiting, sent, report } = useReports();
  const [person, setPerson] = useState(() => crypto.randomUUID());
  const [state, setState] = useState<CheckInState>('SAFE');
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [place, setPlace] = useState('');
  const [isMissing, setMissing] = useState(false);
  const written = (text: string) => (text.trim() === '' ? null : text.trim());
  const submit = async () => {
    const named = written(name);
    setMissing(named === null);
    if (named === null) return;
    await report({
      code,
      reportId: crypto.randomUUID(),
      checkInId: person,
      state,
      name: named,
      contact: written(contact),
      place: written(place),
    });
  };
  const another = () => {
    setPerson(crypto.randomUUID());
    setState('SAFE');
    for (const clear of [setName, setContact, setPlace]) clear('');
  };
  const isSent = sent?.checkInId === person && waiting === 0;
  return (
    <div className="grid max-w-xl gap-6">
      <h1>
        <Trans>Necə olduğunuzu bildirin</Trans>
      </h1>
      <EmergencyNews code={code} />
      <div role="status" className="grid gap-3">
        {waiting > 0 && !sending.running && (
          <Notice
            tone="warning"
            title={
              <Plural
                value={waiting}
                one="# xəbər bu cihazda gözləyir və bağlantı olanda özü göndəriləcək."
                other="# xəbər bu cihazda gözləyir və bağlantı olanda özü göndəriləcək."
              />
            }
          >
            <p>
              <Trans>Bu səhifəni açıq saxlayın. Göndərilən kimi cihazdan silinir.</Trans>
            </p>
          </Notice>
        )}
        {isSent && (
          <Notice tone="success" title={<Trans>Xəbəriniz çatdı.</Trans>}>
            <p>
              <Trans>Dəyişiklik olsa, aşağıda düzəldib yenidən göndərin.</Trans>
            </p>
            <Button variant="secondary" onPress={another}>
              <Trans>Dost haqqında da bildir</Trans>
            </Button>
          </Notice>
        )}
      </div>
      <Form
        submit={isSent ? <Trans>Yenidən göndər</Trans> : <Trans>Göndər</Trans>}
        state={sending}
        onSubmit={() => void submit()}
      >
        <StateChoice value={state} onChange={setState} />
        <Field
          label={<Trans>Ad və soyad</Trans>}
          hint={<Trans>Sizin və ya haqqında bildirdiyiniz dostun</Trans>}
          error={isMissing && <Trans>Adı yazın.</Trans>}
          name="name"
          autoComplete="name"
          isRequired
          maxLength={200}
          value={name}
          onChange={setName}
        />
        <Field
          label={<Trans>Əlaqə</Trans>}
          hint={<Trans>Telefon və ya başqa yol; yazmaq məcburi deyil</Trans>}
          name="contact"
          autoComplete="tel"
          maxLength={200}
          value={contact}
          onChange={setContact}
        />
        <Field
          label={<Trans>Yer və nə lazımdır</Trans>}
          hint={<Trans>Ünvan, ən yaxın yer, nə baş verib; yazmaq məcburi deyil</Trans>}
          name="place"
          lines={3}
          maxLength={500}
          value={place}
          onChange={setPlace}
        />
      </Form>
    </div>
  );
});
