import { inEveryLanguage, type LocalizedText } from '@birlik/kernel/localized';
import { runStatement } from '@birlik/kernel/statement';
import type { Language } from '@birlik/messages/language';
import type { Message, ParameterKind } from '@birlik/messages/message';
import { OwnText } from '@birlik/messages/own-text';
import type { RequestContext } from '../context/context.js';

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

/**
 * Writes a text in every language: an organisation's own where it has one, and the member's elsewhere.
 *
 * @param em of the organisation, or of a job that is done for it
 * @param told what it is told in a language
 */
export async function composeText<Named extends Told>(
  em: RequestContext['em'],
  { text, organizationId }: { readonly text: MessageText<Named>; readonly organizationId: string },
  told: (language: Language) => Named,
): Promise<{ readonly subject: LocalizedText; readonly body: LocalizedText }> {
  const rows = await runStatement<TemplateRow>(
    em,
    'select language, subject, body from message_template where organization_id = ? and name = ? and ended_at is null',
    [organizationId, text.name],
  );
  const own = new Map(rows.map((row) => [row.language, row]));
  const write = (part: MessagePart) =>
    inEveryLanguage((language) => {
      const template = own.get(language)?.[part];
      if (template === undefined) return text[part](told(language)).in(language);
      return new OwnText(language, template, text.parameters).write(told(language));
    });
  return { subject: write('subject'), body: write('body') };
}
