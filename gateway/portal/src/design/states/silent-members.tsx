import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import type { Answer } from '../../data/answer.js';
import { formatList } from '../../language/format.js';
import { ownerTerm } from '../../language/terms.js';
import { Button } from '../base/button.js';
import { Notice } from './notice.js';

/** What an error says of a member that could not answer; one that refuses has answered. */
const silence = /^(UPSTREAM_\w+|DEADLINE_EXCEEDED)$/;

/** The members that did not answer: of what they hold, nobody may say that there is nothing. */
export function silentMembersOf({ errors }: Pick<Answer<unknown>, 'errors'>): readonly string[] {
  return [...new Set(errors.flatMap(({ code, service }) => (service !== null && silence.test(code) ? [service] : [])))];
}

/** The members that did not answer a page which gathers from many; nothing when all have. */
export function SilentMembers({ answer }: { answer: Pick<Answer<unknown>, 'errors' | 'reload'> }) {
  const { i18n } = useLingui();
  const silent = silentMembersOf(answer);
  if (silent.length === 0) return null;
  const names = formatList(
    silent.map((member) => {
      const term = ownerTerm(member);
      return term === null ? member : i18n._(term);
    }),
  );
  return (
    <Notice tone="warning" title={<Trans>Hazırda cavab vermir: {names}</Trans>}>
      <p>
        <Trans>Onların saxladıqları aşağıda yoxdur. Qalan hər şey düzgündür.</Trans>
      </p>
      <Button variant="secondary" onPress={answer.reload}>
        <Trans>Yenidən cəhd et</Trans>
      </Button>
    </Notice>
  );
}
