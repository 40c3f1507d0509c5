import { guardianTexts } from '@birlik/trust/guardian-message';
import { anyText, type MessageText } from '@birlik/trust/message-text';
import { explain } from '../messages.js';

interface Named extends Record<string, string> {
  readonly title: string;
}

interface Dated extends Named {
  readonly startsOn: string;
}

interface Reasoned extends Named {
  readonly reason: string;
}

const sample = { title: 'Ağacəkmə aksiyası', startsOn: '2030-04-15' };

export const acceptedText: MessageText<Dated> = {
  name: 'accepted',
  parameters: { title: 'text', startsOn: 'day' },
  sample,
  subject: ({ title }) => explain('accepted-subject', { title }),
  body: ({ title, startsOn }) => explain('accepted-body', { title, startsOn }),
};

export const declinedText: MessageText<Reasoned> = {
  name: 'declined',
  parameters: { title: 'text', reason: 'text' },
  sample: { title: sample.title, reason: 'Yerlər dolub.' },
  subject: ({ title }) => explain('declined-subject', { title }),
  body: ({ title, reason }) => explain('declined-body', { title, reason }),
};

export const reminderText: MessageText<Dated> = {
  name: 'reminder',
  parameters: { title: 'text', startsOn: 'day' },
  sample,
  subject: ({ title }) => explain('reminder-subject', { title }),
  body: ({ title, startsOn }) => explain('reminder-body', { title, startsOn }),
};

/** The texts that organisations may replace by their own. */
export const applicationTexts: readonly MessageText[] = [
  anyText(acceptedText),
  anyText(declinedText),
  anyText(reminderText),
  ...guardianTexts,
];
