import { DomainError } from '@birlik/kernel/errors';
import { inEveryLanguage, type LocalizedText } from '@birlik/kernel/localized';
import { enqueueAll, type JobKind } from '@birlik/kernel/queue';
import { runStatement } from '@birlik/kernel/statement';
import type { Language } from '@birlik/messages/language';
import type { Message, ParameterKind } from '@birlik/messages/message';
import { OwnText, type TextFault } from '@birlik/messages/own-text';
import type { RequestContext } from '../context/context.js';
import { explain } from '../messages.js';

type Database = RequestContext['em'];

/** What a message is told in one language, by the names of its parameters. */
export type Told = Readonly<Record<string, string | number>>;

/** A text by which a member writes to people, and which an organisation may replace by its own. */
export interface MessageText<Named extends Told = Told> {
  /** What it is called, such as `accepted`. */
  readonly name: string;
  readonly parameters: Readonly<Record<keyof Named & string, ParameterKind>>;
  /** What it is told in a preview. */
  readonly sample: Named;
  readonly subject: (told: Named) => Message;
  readonly body: (told: Named) => Message;
}

/** Forgets what a text is told in particular, so that texts can stand in one list. */
export const anyText = <Named extends Told>(text: MessageText<Named>): MessageText => text as unknown as MessageText;

/** The parts of a message. */
export type MessagePart = 'subject' | 'body';

interface TemplateRow {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
}

const parts: readonly MessagePart[] = ['subject', 'body'];

/** Says what is wrong with a part of a text. */
export function explainFault({ code, name }: TextFault, part: MessagePart): Message {
  return explain('template-faulty', { part, fault: code, name });
}

/** The first thing that is wrong with an organisation's text; null where there is nothing. */
function faultOf({ parameters }: MessageText, { language, ...text }: TemplateRow): Message | null {
  for (const part of parts) {
    const [fault] = new OwnText(language, text[part], parameters).faults;
    if (fault) return explainFault(fault, part);
  }
  return null;
}

async function readTemplates(em: Database, name: string, organizationId: string): Promise<readonly TemplateRow[]> {
  return runStatement<TemplateRow>(
    em,
    'select language, subject, body from message_template where organization_id = ? and name = ? and ended_at is null',
    [organizationId, name],
  );
}

const unfitTextJob = 'use a text of an organisation';

/**
 * The job that stands for texts of organisations which could not be written any more, since a release tells them something else: it
 * fails, so that operators and the organisation see it, until the organisation has replaced or given up the text.
 */
export function ownTextJob(texts: readonly MessageText[]): JobKind {
  return {
    name: unfitTextJob,
    async run(em, { payload, organizationId }) {
      const text = texts.find(({ name }) => name === payload['text']);
      if (!text || organizationId === null) return;
      const rows = await readTemplates(em, text.name, organizationId);
      const row = rows.find(({ language }) => language === payload['language']);
      const fault = row && faultOf(text, row);
      if (fault) throw new DomainError('CONFLICT', fault);
    },
  };
}

/**
 * Writes a text in every language: an organisation's own where it has one, and the member's elsewhere. In the place of one that was
 * saved when the text was told something else, and cannot be written any more, comes the member's too, and {@link ownTextJob} says so.
 *
 * @param em of the organisation, or of a job that is done for it; in a transaction
 * @param told what it is told in a language
 */
export async function composeText<Named extends Told>(
  em: Database,
  { text, organizationId }: { readonly text: MessageText<Named>; readonly organizationId: string },
  told: (language: Language) => Named,
): Promise<{ readonly subject: LocalizedText; readonly body: LocalizedText }> {
  const rows = await readTemplates(em, text.name, organizationId);
  const unfit = rows.filter((row) => faultOf(anyText(text), row) !== null);
  await enqueueAll(
    em,
    unfit.map(({ language }) => ({
      kind: unfitTextJob,
      key: `${organizationId} ${text.name} ${language}`,
      payload: { text: text.name, language },
      organizationId,
    })),
  );
  const own = new Map(rows.filter((row) => !unfit.includes(row)).map((row) => [row.language, row]));
  const write = (part: MessagePart) =>
    inEveryLanguage((language) => {
      const template = own.get(language)?.[part];
      if (template === undefined) return text[part](told(language)).in(language);
      return new OwnText(language, template, text.parameters).write(told(language));
    });
  return { subject: write('subject'), body: write('body') };
}
