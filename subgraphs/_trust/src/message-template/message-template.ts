import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { asResult, resultType, type Problem } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { runStatement } from '@birlik/kernel/statement';
import { languages, type Language } from '@birlik/messages/language';
import { OwnText } from '@birlik/messages/own-text';
import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Allow, organization, writeScope } from '../allow/allow.js';
import type { RequestContext } from '../context/context.js';
import { explainFault, type MessagePart, type MessageText } from '../message-text/message-text.js';
import { explain } from '../messages.js';
import { memberSuffix } from '../personal-data/personal-data.js';

/** Former templates that are shown at once. */
const mostFormer = 100;

const longest = { subject: 200, body: 4_000 } as const;

/** A text of an organisation, or the member's in its place. */
interface TemplateRow {
  readonly name: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  /** Null for the member's own. */
  readonly writtenAt: Date | null;
  readonly endedAt: Date | null;
}

type Stored = Omit<TemplateRow, 'writtenAt' | 'endedAt'> & {
  readonly writtenAt: string;
  readonly endedAt: string | null;
};

const dates = (row: Stored): TemplateRow => ({
  ...row,
  writtenAt: new Date(row.writtenAt),
  endedAt: row.endedAt === null ? null : new Date(row.endedAt),
});

const columns = `name, language, subject, body, written_at as "writtenAt", ended_at as "endedAt"`;

async function readTemplates(context: RequestContext, former: boolean): Promise<TemplateRow[]> {
  const rows = await runStatement<Stored>(
    context.em,
    `select ${columns} from message_template where organization_id = ? and (ended_at is not null) = ?
      order by id desc limit ${mostFormer}`,
    [context.requireOrganization(), former],
  );
  return rows.map(dates);
}

type Given = Readonly<Record<MessagePart | 'language', string>>;

const isLanguage = (name: string): name is Language => languages.includes(name as Language);

/** The parts that somebody gave, ready to be written. @throws DomainError BAD_USER_INPUT naming the first fault */
function writable(text: MessageText, given: Given): Readonly<Record<MessagePart, OwnText>> {
  const { language } = given;
  if (!isLanguage(language)) throw new DomainError('BAD_USER_INPUT', explain('no-such-language'));
  const read = (part: MessagePart): OwnText => {
    if (given[part].length > longest[part]) {
      throw new DomainError('BAD_USER_INPUT', explain('template-too-long', { part, most: longest[part] }));
    }
    const own = new OwnText(language, given[part], text.parameters);
    const [fault] = own.faults;
    if (fault) throw new DomainError('BAD_USER_INPUT', explainFault(fault, part));
    return own;
  };
  return { subject: read('subject'), body: read('body') };
}

async function endTemplate(em: RequestContext['em'], organizationId: string, of: { name: string; language: string }) {
  return runStatement(
    em,
    `update message_template set ended_at = clock_timestamp()
      where organization_id = ? and name = ? and language = ? and ended_at is null returning id`,
    [organizationId, of.name, of.language],
  );
}

/**
 * The resolver by which an organisation writes to people in its own words: `messageTemplatesAt<Member>`, its changes, its history and
 * a preview. A text is told the same as the member's, and one that could not be written is refused.
 */
export function messageTemplateResolver(member: string, texts: readonly MessageText[]): Function {
  const suffix = memberSuffix(member);
  const byName = new Map(texts.map((text) => [text.name, text]));
  const names = texts.map(({ name }) => `\`${name}\``).join(', ');

  const textOf = (name: string): MessageText => {
    const text = byName.get(name);
    if (!text) throw new DomainError('NOT_FOUND', explain('no-such-text'));
    return text;
  };

  @ObjectType(`MessageTemplateAt${suffix}`, { description: `A text by which ${member} writes to people.` })
  class Template {
    @Field(() => String, { description: `Which text it is: one of ${names}.` })
    readonly name!: string;

    @Field(() => String, { description: 'The language, such as `az`.' })
    readonly language!: string;

    @Field(() => String, { description: 'What the message is about in a few words, in ICU’s MessageFormat.' })
    readonly subject!: string;

    @Field(() => String, { description: 'What it says, in ICU’s MessageFormat.' })
    readonly body!: string;

    @Field(() => DateTimeScalar, { description: 'When the organisation wrote it.' })
    readonly writtenAt!: Date;

    @Field(() => DateTimeScalar, {
      nullable: true,
      description: 'When it was replaced or given up; null while it is in use.',
    })
    readonly endedAt!: Date | null;
  }

  @ObjectType(`MessageTextAt${suffix}`, {
    description: `A text of ${member} that an organisation may replace by its own.`,
  })
  class Text {
    @Field(() => String, { description: 'What it is called.' })
    readonly name!: string;

    @Field(() => [String], { description: 'What it is told, by the names to be used in braces; at most 20.' })
    readonly parameters!: readonly string[];
  }

  @ObjectType(`MessagePreviewAt${suffix}`, { description: 'How a message reads, with made-up facts.' })
  class Preview {
    @Field(() => String, { description: 'What it is about.' })
    readonly subject!: string;

    @Field(() => String, { description: 'What it says.' })
    readonly body!: string;
  }

  const NameArg = () => Arg('name', () => String, { description: `Which text: one of ${names}.` });
  const LanguageArg = () =>
    Arg('language', () => String, { description: `The language: one of ${languages.join(', ')}.` });
  const PartArg = (part: MessagePart, what: string) =>
    Arg(part, () => String, { description: `${what}, in ICU’s MessageFormat, at most ${longest[part]} characters.` });

  const WriteResult = resultType(
    `WriteMessageTemplateAt${suffix}Result`,
    Template,
    'The text, or why it was not taken.',
  );
  const PreviewResult = resultType(
    `PreviewMessageTemplateAt${suffix}Result`,
    Preview,
    'How the message reads, or what is wrong with the text.',
  );

  @Resolver()
  class MessageTemplateResolver {
    @Allow(organization('officer', 'admin'))
    @Query(() => [Text], {
      name: `messageTextsAt${suffix}`,
      nullable: true,
      description: `The texts by which ${member} writes to people on behalf of organisations, at most 50; null while the service is down.`,
    })
    texts(): { name: string; parameters: string[] }[] {
      return texts.map(({ name, parameters }) => ({ name, parameters: Object.keys(parameters) }));
    }

    @Allow(organization('officer', 'admin'))
    @Query(() => [Template], {
      name: `messageTemplatesAt${suffix}`,
      nullable: true,
      description: `The viewer’s organisation’s own texts in place of those of ${member}, or its former ones, the last first, at most ${mostFormer}; for its officers. Null while the service is down.`,
    })
    templates(
      @Ctx() context: RequestContext,
      @Arg('former', () => Boolean, { nullable: true, description: 'The former ones in place of those in use.' })
      former: boolean | null,
    ): Promise<TemplateRow[]> {
      return readTemplates(context, former ?? false);
    }

    @Allow(organization('officer', 'admin'))
    @Query(() => PreviewResult, {
      name: `previewMessageTemplateAt${suffix}`,
      nullable: true,
      description:
        'How a message would read by a text, with made-up facts; for officers. Null while the service is down.',
    })
    preview(
      @NameArg() name: string,
      @LanguageArg() language: string,
      @PartArg('subject', 'What it is about') subject: string,
      @PartArg('body', 'What it says') body: string,
    ): Promise<Preview | Problem> {
      return asResult(async () => {
        const text = textOf(name);
        const own = writable(text, { language, subject, body });
        const write = (part: MessagePart) => own[part].write(text.sample);
        return { subject: write('subject'), body: write('body') };
      });
    }

    @Allow(writeScope, organization('officer', 'admin'))
    @Mutation(() => WriteResult, {
      name: `writeMessageTemplateAt${suffix}`,
      description: `Replaces a text of ${member} by the organisation’s own from now on; what was written before stays as it is. For officers.`,
    })
    write(
      @Ctx() context: RequestContext,
      @NameArg() name: string,
      @LanguageArg() language: string,
      @PartArg('subject', 'What it is about') subject: string,
      @PartArg('body', 'What it says') body: string,
    ): Promise<TemplateRow | Problem> {
      return asResult(() => {
        writable(textOf(name), { language, subject, body });
        const organizationId = context.requireOrganization();
        return context.em.transactional(async (em) => {
          // Of several at once, each ends the one before it.
          await runStatement(em, 'select pg_advisory_xact_lock(hashtextextended(?, 0))', [
            `template ${organizationId} ${name} ${language}`,
          ]);
          await endTemplate(em, organizationId, { name, language });
          const [written] = await runStatement<Stored>(
            em,
            `insert into message_template (id, organization_id, name, language, subject, body, written_by)
             values (?, ?, ?, ?, ?, ?, ?) returning ${columns}`,
            [newId(), organizationId, name, language, subject, body, context.requireViewer().sub],
          );
          if (!written) throw new Error('An insert gives its row.');
          return dates(written);
        });
      });
    }

    @Allow(writeScope, organization('officer', 'admin'))
    @Mutation(() => Boolean, {
      name: `endMessageTemplateAt${suffix}`,
      nullable: true,
      description: `Goes back to the text of ${member}, and says whether there was one of the organisation’s own; for officers. Null while the service is down.`,
    })
    async end(
      @Ctx() context: RequestContext,
      @NameArg() name: string,
      @LanguageArg() language: string,
    ): Promise<boolean> {
      const ended = await endTemplate(context.em, context.requireOrganization(), { name, language });
      return ended.length > 0;
    }
  }
  return MessageTemplateResolver;
}
