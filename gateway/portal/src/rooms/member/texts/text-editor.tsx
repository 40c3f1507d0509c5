import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { Notice } from '../../../design/states/notice.js';
import { formatList } from '../../../language/format.js';
import { type Language, languageNames, languages } from '../../../language/languages.js';
import type { TextDocuments } from './text-documents.js';
import { TextPreview } from './text-preview.js';

interface MessageText {
  readonly name: string;
  /** What can be put into braces. */
  readonly parameters: readonly string[];
}

interface OwnText {
  readonly name: string;
  readonly language: string;
  readonly subject: string;
  readonly body: string;
}

interface TextEditorProps {
  readonly texts: readonly MessageText[];
  /** The organisation's own, in place of the member's. */
  readonly own: readonly OwnText[];
  readonly documents: TextDocuments;
  readonly onChanged: () => void;
}

/** What a text is for; one that is not here is shown by its name. */
const textTerms: Readonly<Partial<Record<string, MessageDescriptor>>> = {
  accepted: msg`Müraciət qəbul edildi`,
  declined: msg`Müraciət qəbul edilmədi`,
  reminder: msg`Sabah başlayır`,
  'guardian-asked': msg`Qəyyumdan cavab gözlənilir`,
  'guardian-answered': msg`Qəyyum cavab verdi`,
};

/** One text in one language: shown with made-up facts, replaced by the organisation's own, and given up again. */
export function TextEditor({ texts, own, documents, onChanged }: TextEditorProps) {
  const { i18n } = useLingui();
  const [name, setName] = useState(texts[0]?.name ?? '');
  const [language, setLanguage] = useState<Language>('az');
  const standing = own.find((text) => text.name === name && text.language === language);
  const [change, setChange] = useState<{ readonly subject: string; readonly body: string } | null>(null);
  const [shown, setShown] = useState(false);
  const [done, setDone] = useState<'written' | 'ended' | null>(null);
  const [write, writing] = useAction<object, { name: string; language: string; subject: string; body: string }>(
    documents.write,
  );
  const [end, ending] = useAction<object, { name: string; language: string }>(documents.end);
  const { subject, body } = change ?? { subject: standing?.subject ?? '', body: standing?.body ?? '' };
  const parameters = texts.find((text) => text.name === name)?.parameters ?? [];
  const known = formatList(parameters.map((parameter) => `{${parameter}}`));
  const leave = () => {
    setChange(null);
    setShown(false);
    setDone(null);
  };
  const edit = (next: { readonly subject: string; readonly body: string }) => {
    setChange(next);
    setShown(false);
    setDone(null);
  };
  const finish = (how: 'written' | 'ended') => {
    setChange(null);
    setShown(false);
    setDone(how);
    onChanged();
  };
  const submit = async () => {
    if ((await write({ name, language, subject, body })) !== null) finish('written');
  };
  const giveUp = async () => {
    if ((await end({ name, language })) !== null) finish('ended');
  };
  return (
    <Form
      submit={<Trans>Yadda saxla</Trans>}
      state={writing.problem === null ? ending : writing}
      onSubmit={() => void submit()}
      aside={
        <>
          <Button variant="secondary" isDisabled={subject === '' || body === ''} onPress={() => setShown(true)}>
            <Trans>Necə görünəcəyinə bax</Trans>
          </Button>
          {standing !== undefined && (
            <Button variant="quiet" isPending={ending.running} onPress={() => void giveUp()}>
              <Trans>Hazır mətnə qayıt</Trans>
            </Button>
          )}
        </>
      }
    >
      {done !== null && (
        <Notice
          tone="success"
          role="status"
          title={
            done === 'written' ? (
              <Trans>Bundan sonra sizin mətniniz göndəriləcək.</Trans>
            ) : (
              <Trans>Bundan sonra hazır mətn göndəriləcək.</Trans>
            )
          }
        />
      )}
      <Select
        label={<Trans>Hansı mesaj</Trans>}
        value={name}
        onChange={(next) => {
          setName(next);
          leave();
        }}
        options={texts.map((text) => {
          const term = textTerms[text.name];
          return { value: text.name, text: term === undefined ? text.name : i18n._(term) };
        })}
      />
      <Select
        label={<Trans>Dil</Trans>}
        value={language}
        onChange={(next) => {
          setLanguage(next);
          leave();
        }}
        options={languages.map((one) => ({ value: one, text: languageNames[one] }))}
      />
      <p className="text-soft">
        {standing === undefined ? (
          <Trans>İndi hazır mətn göndərilir. Boş sahələrə öz mətninizi yazın.</Trans>
        ) : (
          <Trans>İndi sizin mətniniz göndərilir.</Trans>
        )}
      </p>
      <Field
        label={<Trans>Mövzu</Trans>}
        name="subject"
        value={subject}
        onChange={(next) => edit({ subject: next, body })}
        maxLength={200}
        isRequired
      />
      <Field
        label={<Trans>Mətn</Trans>}
        hint={parameters.length > 0 && <Trans>Bunlar hər kəs üçün doldurulur: {known}</Trans>}
        name="body"
        value={body}
        onChange={(next) => edit({ subject, body: next })}
        lines={7}
        maxLength={4000}
        isRequired
      />
      {shown && <TextPreview document={documents.preview} text={{ name, language, subject, body }} />}
    </Form>
  );
}
