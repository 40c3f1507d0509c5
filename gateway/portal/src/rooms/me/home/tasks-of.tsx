import { Plural, Trans } from '@lingui/react/macro';
import { formatDay, formatMoment } from '../../../language/format.js';
import type { HomePerson } from './home-person.js';
import type { Task } from './task-list.js';

/** After how many days somebody is asked whether what is known of their study abroad still holds. */
const daysUntilConfirmedAnew = 182;

/** What waits for a person, the most pressing first. */
export function tasksOf(person: HomePerson): Task[] {
  return [...requestTasks(person), ...messageTasks(person), ...ownFactTasks(person), ...alumniTasks(person)];
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
      detail: contact.email ?? <Trans>Xəbərlər ora gəlir, girişiniz itsə, hesabınız onunla bərpa olunur.</Trans>,
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
