import { IconTrophy } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { awardActions } from './actions.ts';

export const feature = defineFeature({ place: 'awards', title: 'Awards', icon: IconTrophy, actions: awardActions, screen: async () => (await import('./awards-screen.tsx')).AwardsScreen });
