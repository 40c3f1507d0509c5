import { defineRowLoader } from '@birlik/kernel/rows';
import { ProgrammeEntity } from './programme.entity.js';

export const programmeById = defineRowLoader(ProgrammeEntity, 'id', { readers: 'everyone' });
