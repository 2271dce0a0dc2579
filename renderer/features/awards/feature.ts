import { IconTrophy } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { awardActions } from './actions.ts';
import { AwardsScreen } from './awards-screen.tsx';

export const feature = defineFeature({ place: 'awards', title: 'Awards', icon: IconTrophy, actions: awardActions, screen: AwardsScreen });
