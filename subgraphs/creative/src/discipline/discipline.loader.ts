import { defineRowLoader } from '@birlik/kernel/rows';
import { DisciplineEntity } from './discipline.entity.js';

export const disciplineById = defineRowLoader(DisciplineEntity, 'id', { readers: 'everyone' });
