import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { fileRefusals, fileStates, type FileLink, type FileRefusal, type FileState } from '../file/file.js';

registerEnumType(fileStates, {
  name: 'FileState',
  description: 'What became of a file that was announced.',
  valuesConfig: {
    AWAITED: { description: 'Its bytes have not come.' },
    STORED: { description: 'Its bytes are there, and are what was announced.' },
    REFUSED: { description: 'Its bytes were not what was announced; none of them was kept.' },
  },
});

registerEnumType(fileRefusals, {
  name: 'FileRefusal',
  description: 'Why the bytes of a file were refused.',
  valuesConfig: {
    NOT_ITS_TYPE: { description: 'They are not those of a file of the type that was announced.' },
    NOT_ITS_SIZE: { description: 'They are fewer or more than were announced.' },
  },
});

/** Where the bytes of one file go to or come from; each member gives it a name of its own. */
@ObjectType()
export abstract class FileLinkFields implements FileLink {
  @Field(() => String, { description: 'The path at the gateway, for whoever has it: it is not passed on.' })
  readonly path!: string;

  @Field(() => DateTimeScalar, { description: 'From when on it leads nowhere, in the real time.' })
  readonly expiresAt!: Date;
}

/** What everybody sees of a file who may see the file. */
@ObjectType()
export abstract class FileFields {
  @Field(() => ID, { description: 'The file’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its name, without a path and with an ending of its type.' })
  readonly name!: string;

  @Field(() => String, { description: 'Its media type, such as `application/pdf`.' })
  readonly mediaType!: string;

  @Field(() => Int, { description: 'How many bytes it has.' })
  readonly bytes!: number;

  @Field(() => fileStates, { description: 'What became of it.' })
  readonly state!: FileState;

  @Field(() => fileRefusals, { nullable: true, description: 'Why it was refused; null if it was not.' })
  readonly refusal!: FileRefusal | null;

  @Field(() => String, {
    nullable: true,
    description: 'The SHA-256 digest of its bytes in hexadecimal digits; null while there are none.',
  })
  readonly sha256!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was announced.' })
  readonly announcedAt!: Date;
}
