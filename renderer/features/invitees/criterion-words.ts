import type { Criterion, CriterionField } from '#shared/invitations/criterion.ts';

/** What each field is called where a criterion is chosen. */
export const fieldLabels: Readonly<Record<CriterionField, string>> = {
  revenue: 'Revenue', growth: 'Growth on the year before', pipeline: 'Open pipeline', dealRegistrations: 'Deal registrations', winRate: 'Win rate', certification: 'Certified people of required',
  health: 'Health', satisfaction: 'Satisfaction', tier: 'Tier', strategic: 'Strategic designation', pacMember: 'Council seat',
};

export const horizonChoices: readonly { value: Criterion['horizon']; label: string }[] = [{ value: 'historic', label: 'Back' }, { value: 'forward-looking', label: 'Ahead' }];
