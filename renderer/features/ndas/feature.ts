import { IconShieldLock } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { ndaActions } from './actions.ts';

export const feature = defineFeature({ place: 'ndas', title: 'NDAs', icon: IconShieldLock, actions: ndaActions, screen: async () => (await import('./ndas-screen.tsx')).NdasScreen });
