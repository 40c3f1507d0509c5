import { z } from 'zod';

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
