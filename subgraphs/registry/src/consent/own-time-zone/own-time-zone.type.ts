import { RepresentativeRequiredProblem, resultType } from '@birlik/kernel/problem';
import { OwnFactsChange } from '../../people/own-facts/own-facts.type.js';

export const OwnTimeZoneResult = resultType(
  'OwnTimeZoneResult',
  OwnFactsChange,
  'When it changed, or why nothing did.',
  [RepresentativeRequiredProblem],
);
