import { IconShieldLock } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { ndaActions } from './actions.ts';
import { NdasScreen } from './ndas-screen.tsx';

export const feature = defineFeature({ place: 'ndas', title: 'NDAs', icon: IconShieldLock, actions: ndaActions, screen: NdasScreen });
