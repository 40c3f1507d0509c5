/** Within how many days an inquiry has to be answered: the one month of GDPR article 12 (3). */
export const daysToAnswer = 30;

/** When the answer to an inquiry is due. */
export function dueDate(raisedAt: Date): Date {
  const due = new Date(raisedAt);
  due.setUTCDate(due.getUTCDate() + daysToAnswer);
  return due;
}

/** Whether the answer is late, or came late. */
export function isOverdue(inquiry: { dueAt: Date; answeredAt?: Date | null | undefined }, now: Date): boolean {
  return (inquiry.answeredAt ?? now) > inquiry.dueAt;
}
