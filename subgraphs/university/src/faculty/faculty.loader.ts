import { defineRowLoader } from '@birlik/kernel/rows';
import { FacultyEntity } from './faculty.entity.js';

export const facultyById = defineRowLoader(FacultyEntity, 'id', { readers: 'everyone' });
