import { defineRowLoader } from '@birlik/kernel/rows';
import { VolunteeringLawEntity } from './volunteering-law.entity.js';

export const lawById = defineRowLoader(VolunteeringLawEntity, 'id', { readers: 'everyone' });
