import { VolunteerType } from '@birlik/trust/volunteer';
import { personalData } from '../personal-data.js';

@VolunteerType(personalData)
export class Volunteer {
  readonly id!: string;
  readonly studyGrant?: string | null;
}
