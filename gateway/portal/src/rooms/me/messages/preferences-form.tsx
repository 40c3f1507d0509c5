import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import type { MessageChannel, MessageKind, MessageLanguage } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { languageNames, languages } from '../../../language/languages.js';
import { SavedWord } from '../facts/saved-word.js';
import { channelTerms, messageKindTerms } from '../me-terms.js';
import { type QuietHours, QuietHoursFields } from './quiet-hours-fields.js';

const PreferencesFormPreferences = graphql(`
  fragment PreferencesForm_preferences on MessagePreferences {
    language
    choices {
      kind
      channels
    }
    quietHours {
      from
      until
      timeZone
    }
  }
`);

const SetMessagePreferences = graphql(`
  mutation SetMessagePreferences($input: SetMessagePreferencesInput!) @purpose(is: "none") {
    setMessagePreferences(input: $input) {
      ... on MessagePreferences {
        language
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const channels = Object.keys(channelTerms) as MessageChannel[];

/** What the inbox alone would be too late for goes out by e-mail too, whatever is chosen. */
const alwaysByEmail: ReadonlySet<MessageKind> = new Set(['RECOVERY_ASKED', 'ACCOUNT_RECOVERED']);

interface PreferencesFormProps {
  readonly preferences: FragmentType<typeof PreferencesFormPreferences>;
  readonly onSaved: () => void;
}

/** Which messages go out on which channels, in which language, and when it is quiet. */
export function PreferencesForm({ preferences, onSaved }: PreferencesFormProps) {
  const { i18n } = useLingui();
  const stated = readFragment(PreferencesFormPreferences, preferences);
  const [set, state] = useAction(SetMessagePreferences);
  const [choices, setChoices] = useState<readonly Choice[]>(stated.choices);
  const [language, setLanguage] = useState<MessageLanguage>(stated.language);
  const [quietHours, setQuietHours] = useState<QuietHours | null>(stated.quietHours ?? null);
  const [isSaved, setSaved] = useState(false);
  const submit = async () => {
    setSaved(false);
    const input = {
      choices: choices.map(({ kind, channels: chosen }) => ({ kind, channels: [...chosen] })),
      language,
      quietHours: quietHours && { from: quietHours.from, until: quietHours.until, timeZone: quietHours.timeZone },
    };
    if ((await set({ input })) === null) return;
    setSaved(true);
    onSaved();
  };
  return (
    <Form
      submit={<Trans>Yadda saxla</Trans>}
      state={state}
      onSubmit={() => void submit()}
      aside={<SavedWord isSaved={isSaved} />}
    >
      <Select
        label={<Trans>Mesajların dili</Trans>}
        value={language}
        onChange={setLanguage}
        options={languages.map((code) => ({
          value: code.toUpperCase() as MessageLanguage,
          text: languageNames[code],
        }))}
      />
      {choices.map(({ kind, channels: chosen }) => (
        <fieldset key={kind} className="rounded-xl border border-line px-4 pb-2">
          <legend className="px-1 font-semibold">{i18n._(messageKindTerms[kind])}</legend>
          <div className="flex flex-wrap gap-x-6">
            {channels.map((channel) =>
              channel === 'EMAIL' && alwaysByEmail.has(kind) ? (
                <span key={channel} className="flex min-h-target items-center text-soft">
                  <Trans>E-poçtla həmişə gəlir</Trans>
                </span>
              ) : (
                <Checkbox
                  key={channel}
                  isSelected={chosen.includes(channel)}
                  onChange={(isSelected) => setChoices(choices.map(withChannel(kind, channel, isSelected)))}
                >
                  {i18n._(channelTerms[channel])}
                </Checkbox>
              ),
            )}
          </div>
        </fieldset>
      ))}
      <QuietHoursFields value={quietHours} onChange={setQuietHours} />
    </Form>
  );
}

interface Choice {
  readonly kind: MessageKind;
  readonly channels: readonly MessageChannel[];
}

function withChannel(kind: MessageKind, channel: MessageChannel, isIn: boolean): (choice: Choice) => Choice {
  return (choice) => {
    if (choice.kind !== kind) return choice;
    const others = choice.channels.filter((other) => other !== channel);
    return { kind, channels: isIn ? [...others, channel] : others };
  };
}
