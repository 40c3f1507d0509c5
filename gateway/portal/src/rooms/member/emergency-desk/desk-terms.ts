import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tone } from '../../../design/states/notice.js';
import type {
  CheckInState,
  EmergencyAbroadStatus,
  EmergencyAction,
  EmergencyVehicle,
} from '../../../generated/codes.js';

export const statusTerms: Readonly<Record<EmergencyAbroadStatus, MessageDescriptor>> = {
  OPENED: msg`təsdiq gözləyir`,
  CONFIRMED: msg`davam edir`,
  CLOSED: msg`bağlanıb`,
};

export const statusTones: Readonly<Record<EmergencyAbroadStatus, Tone>> = {
  OPENED: 'warning',
  CONFIRMED: 'danger',
  CLOSED: 'neutral',
};

export const stateTerms: Readonly<Record<CheckInState, MessageDescriptor>> = {
  SAFE: msg`təhlükəsizdədir`,
  NEED_HELP: msg`kömək lazımdır`,
};

export const vehicleTerms: Readonly<Record<EmergencyVehicle, MessageDescriptor>> = {
  BUS: msg`Avtobus`,
  PLANE: msg`Təyyarə`,
};

export const actionTerms: Readonly<Record<EmergencyAction, MessageDescriptor>> = {
  OPENED: msg`açıldı`,
  CONFIRMED: msg`təsdiqləndi`,
  ALERTED: msg`xəbərdarlıq göndərildi`,
  ESCALATED: msg`cavabsız çağırış növbətiyə keçdi`,
  ASSIGNED: msg`əməkdaşa verildi`,
  ANSWERED: msg`çağırışa cavab verildi`,
  LISTED: msg`siyahı açıldı`,
  CLOSED: msg`bağlandı`,
};

/** From how many characters on a name of the identity provider is a number that nobody can read. */
const longestName = 20;

/** An officer as the identity provider names them; of a long number its end, by which colleagues tell each other apart. */
export const officerName = (name: string): string => (name.length > longestName ? `№ ${name.slice(-6)}` : name);
