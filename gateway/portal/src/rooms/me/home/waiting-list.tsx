import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { formatMoment } from '../../../language/format.js';
import type { HomePerson } from './home-person.js';

interface Waiting {
  readonly key: string;
  readonly to: string;
  readonly title: ReactNode;
  readonly detail: ReactNode;
}

interface WaitingListProps {
  readonly person: HomePerson;
  /** Whether every member answered, so that it may be said that nothing is waited for. */
  readonly isHeard: boolean;
}

/** What others owe the person: an answer, each with its clock where there is one. */
export function WaitingList({ person, isHeard }: WaitingListProps) {
  const waiting = [...applicationsOf(person), ...mentorshipsOf(person), ...questionsOf(person)];
  if (waiting.length === 0 && !isHeard) return null;
  return (
    <section className="grid content-start gap-3">
      <h2>
        <Trans>Cavab gözlədikləriniz</Trans>
      </h2>
      {waiting.length === 0 && (
        <Empty>
          <Trans>Heç bir cavab gözləmirsiniz. Müraciət etsəniz və ya sual versəniz, burada görünəcək.</Trans>
        </Empty>
      )}
      {waiting.length > 0 && <Answers of={waiting} />}
    </section>
  );
}

function Answers({ of: waiting }: { of: readonly Waiting[] }) {
  return (
    <ul className="grid gap-3">
      {waiting.map(({ key, to, title, detail }) => (
        <li key={key} className="grid gap-1 rounded-xl border border-line bg-raised p-4">
          <h3>
            <Link to={to}>{title}</Link>
          </h3>
          <p className="text-soft">{detail}</p>
        </li>
      ))}
    </ul>
  );
}

function applicationsOf({ applications, isOfAge }: HomePerson): Waiting[] {
  return (applications ?? [])
    .filter(({ status }) => status === 'SUBMITTED' || (status === 'AWAITING_GUARDIAN' && isOfAge !== true))
    .map(({ id, status, opportunity, appliedAt }) => {
      const day = formatMoment(appliedAt);
      return {
        key: id,
        to: '/me/applications',
        title: opportunity?.title ?? <Trans>Elan artıq yayımlanmır</Trans>,
        detail:
          status === 'SUBMITTED' ? (
            <Trans>Müraciət etdiniz: {day}</Trans>
          ) : (
            <Trans>Müraciət etdiniz: {day}. Valideyninizin və ya qəyyumunuzun “hə” deməsi lazımdır.</Trans>
          ),
      };
    });
}

function mentorshipsOf({ mentorships }: HomePerson): Waiting[] {
  return (mentorships ?? [])
    .filter(({ status, menteeAgreedAt }) => status === 'PROPOSED' && menteeAgreedAt != null)
    .map(({ id, organization }) => ({
      key: id,
      to: '/me/mentoring',
      title: <Trans>Mentorluq istəyiniz</Trans>,
      detail: organization?.name,
    }));
}

function questionsOf({ inquiries, corrections }: HomePerson): Waiting[] {
  const questions = (inquiries?.nodes ?? []).map((inquiry) => ({
    ...inquiry,
    to: '/me/views',
    title: <Trans>Baxış barədə sualınız</Trans>,
  }));
  const wishes = (corrections?.nodes ?? []).map((correction) => ({
    ...correction,
    to: '/me/records',
    title: <Trans>Düzəliş istəyiniz</Trans>,
  }));
  return [...questions, ...wishes]
    .filter(({ answeredAt }) => answeredAt == null)
    .map(({ id, to, title, organization, dueAt }) => {
      const name = organization?.name ?? '';
      const day = formatMoment(dueAt);
      return {
        key: id,
        to,
        title,
        detail: (
          <Trans>
            {name}, son gün: {day}
          </Trans>
        ),
      };
    });
}
