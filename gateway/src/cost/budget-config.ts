import { z } from 'zod';
import { count } from '../options/value-forms.js';

/** What stands in the section `limits` about costs. */
export const costLimitsShape = {
  /** The estimated cost of one operation; null: not limited. */
  cost: z.coerce.number().int().min(1).nullable().default(1_000_000),
  /** The length that a list is estimated to have when the schema does not say it. */
  listSize: count(10, 0),
};

export type CostLimits = z.output<z.ZodObject<typeof costLimitsShape>>;

/** The budget of each organisation in units of cost; null: nobody has one. */
export const budgetSchema = z
  .strictObject({
    /** What may be spent at once. */
    capacity: z.coerce.number().int().min(1),
    refillPerSecond: z.coerce.number().min(0.001),
  })
  .nullable()
  .default(null);

export type BudgetConfig = NonNullable<z.output<typeof budgetSchema>>;
