import { resultType } from '@birlik/kernel/problem';
import { SentMessage } from '../message/sent-message.type.js';

export const WriteToVolunteersResult = resultType(
  'WriteToVolunteersResult',
  SentMessage,
  'The letter in the person’s inbox, or why it was not written; it never says whether somebody has the id.',
);
