import { Plural, Trans } from '@lingui/react/macro';
import { EmailText } from '../../../design/base/email-text.js';
import { formatDay, formatMoment } from '../../../language/format.js';
import type { HomePerson } from './home-person.js';
import type { Task } from './task-list.js';

/** After how many days somebody is asked whether what is known of their study abroad still holds. */
const daysUntilConfirmedAnew = 182;

/** What waits for a person, the most pressing first. */
export function tasksOf(person: HomePerson): Task[] {
  return [
    ...requestTasks(person),
    ...wardTasks(person),
    ...confirmationTasks(person),
    ...messageTasks(person),
    ...ownFactTasks(person),
    ...alumniTasks(person),
  ];
}

/** What waits for the person as a guardian, as far as the office knows it; members ask by a message. */
function wardTasks({ id, guardianships }: HomePerson): Task[] {
  return (guardianships ?? [])
    .filter(({ endedAt, guardian }) => endedAt == null && guardian.id === id)
    .filter(
      ({ ward }) =>
        ward.accountConfirmation?.answer === 'AWAITED' || ward.consentRequests?.some(({ state }) => state === 'OPEN'),
    )
    .map((guardianship) => ({
      key: guardianship.id,
      title: <Trans>Qəyyumu olduğunuz şəxs cavabınızı gözləyir</Trans>,
      action: <Trans>Bax və cavab ver</Trans>,
      to: '/me/guardianship',
    }));
}

/** What the person applied to as a minor, and says yes to themself now. */
function confirmationTasks({ isOfAge, applications }: HomePerson): Task[] {
  return (applications ?? [])
    .filter(({ status }) => isOfAge === true && status === 'AWAITING_GUARDIAN')
    .map(({ id, opportunity }) => ({
      key: id,
      title: <Trans>Müraciətinizi özünüz təsdiqləyin</Trans>,
      detail: opportunity?.title,
      action: <Trans>Bax və təsdiqlə</Trans>,
      to: '/me/applications',
    }));
}

function requestTasks({ consentRequests }: HomePerson): Task[] {
  return (consentRequests ?? [])
    .filter(({ state }) => state === 'OPEN')
    .map(({ id, organization, lapsesAt }) => {
      const name = organization?.name ?? '';
      const day = formatMoment(lapsesAt);
      return {
        key: id,
        title: <Trans>{name} sizdən icazə istəyir</Trans>,
        detail: <Trans>Cavab üçün son gün: {day}</Trans>,
        action: <Trans>Bax və cavab ver</Trans>,
        to: '/me/permissions',
      };
    });
}

function messageTasks({ unreadMessages }: HomePerson): Task[] {
  if (unreadMessages == null || unreadMessages === 0) return [];
  return [
    {
      key: 'messages',
      title: <Plural value={unreadMessages} one="# oxunmamış mesaj" other="# oxunmamış mesaj" />,
      action: <Trans>Oxu</Trans>,
      to: '/me/messages',
    },
  ];
}

function ownFactTasks({ affiliations, contact }: HomePerson): Task[] {
  const tasks: Task[] = [];
  if (affiliations?.length === 0) {
    tasks.push({
      key: 'claim',
      title: <Trans>Təşkilatın verdiyi kodu yazın</Trans>,
      detail: <Trans>Universitet və ya könüllü təşkilatının sizdən saxladığı qeyd səhifənizə qoşulur.</Trans>,
      action: <Trans>Kodu yaz</Trans>,
      to: '/me/claim',
    });
  }
  if (contact != null && contact.emailConfirmedAt == null) {
    const isKnown = contact.email != null;
    tasks.push({
      key: 'email',
      title: isKnown ? <Trans>E-poçt ünvanınızı təsdiqləyin</Trans> : <Trans>E-poçt ünvanınızı yazın</Trans>,
      detail:
        contact.email == null ? (
          <Trans>Xəbərlər ora gəlir, girişiniz itsə, hesabınız onunla bərpa olunur.</Trans>
        ) : (
          <EmailText email={contact.email} />
        ),
      action: isKnown ? <Trans>Təsdiqlə</Trans> : <Trans>Ünvanı yaz</Trans>,
      to: '/me/facts',
      hash: 'email',
    });
  }
  return tasks;
}

function alumniTasks({ alumniProfile }: HomePerson): Task[] {
  if (alumniProfile == null) return [];
  const confirmedOn = alumniProfile.lastConfirmedOn ?? null;
  const isFresh = confirmedOn !== null && Date.now() - Date.parse(confirmedOn) < daysUntilConfirmedAnew * 86_400_000;
  if (isFresh) return [];
  const day = confirmedOn === null ? null : formatDay(confirmedOn);
  return [
    {
      key: 'alumni',
      title: <Trans>Xaricdəki təhsiliniz barədə yazılanlar doğrudur?</Trans>,
      detail: day === null ? <Trans>Hələ təsdiqləməmisiniz.</Trans> : <Trans>Son təsdiq: {day}</Trans>,
      action: <Trans>Yoxla</Trans>,
      to: '/me',
      hash: 'abroad',
    },
  ];
}
