import { defineRowLoader } from '@birlik/kernel/rows';
import { IntakeEntity } from './intake.entity.js';

export const intakeById = defineRowLoader(IntakeEntity, 'id', { readers: 'everyone' });
