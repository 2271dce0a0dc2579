import { z } from 'zod';

/** A request at its start slot and in its room. */
export const Meeting = z.strictObject({ request: z.string(), slot: z.int().min(0), room: z.string() }).readonly();
export type Meeting = z.infer<typeof Meeting>;
