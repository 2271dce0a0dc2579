import type { Performance } from '#shared/partners/partner.ts';
import { type FigureName, figureNames } from '../recognise/kinds.ts';

/** The figures a partner holds, of twelve months or of the newest day. */
export type HeldFigure = Exclude<keyof Performance, 'revenuePrior' | 'asOf' | 'source'>;

/**
 * Where a figure is kept, and how its periods become one number. sum: what happened, added up over twelve months. newest: what stands on a
 * day, and rates, which nobody can add up. Of figures kept in one place the first counts.
 */
export const held: Readonly<Record<FigureName, { readonly as: HeldFigure; readonly how: 'sum' | 'newest'; readonly money: boolean }>> = {
  revenue: { as: 'revenue', how: 'sum', money: true },
  bookings: { as: 'revenue', how: 'sum', money: true },
  acv: { as: 'revenue', how: 'sum', money: true },
  arr: { as: 'revenue', how: 'newest', money: true },
  pipeline: { as: 'pipeline', how: 'newest', money: true },
  weighted_pipeline: { as: 'pipeline', how: 'newest', money: true },
  deal_regs: { as: 'dealRegistrations', how: 'sum', money: false },
  approved_deals: { as: 'dealRegistrations', how: 'sum', money: false },
  win_rate: { as: 'winRate', how: 'newest', money: false },
  certified_people: { as: 'certifiedPeople', how: 'newest', money: false },
  certifications: { as: 'certifiedPeople', how: 'newest', money: false },
  certs_required: { as: 'certificationsRequired', how: 'newest', money: false },
  mdf_used: { as: 'mdfUsed', how: 'sum', money: true },
  mdf_allocated: { as: 'mdfAllocated', how: 'sum', money: true },
  health_score: { as: 'health', how: 'newest', money: false },
  satisfaction: { as: 'satisfaction', how: 'newest', money: false },
};

/** Every field that figures change. */
export const heldFigures: readonly (HeldFigure | 'revenuePrior')[] = [...new Set(Object.values(held).map(({ as }) => as)), 'revenuePrior'];

/** Whether another of the figures present is kept in the same place and comes first. */
export function standsBehind(figure: FigureName, present: readonly FigureName[]): boolean {
  return present.some((other) => held[other].as === held[figure].as && figureNames.indexOf(other) < figureNames.indexOf(figure));
}
