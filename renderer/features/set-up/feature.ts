import { IconSettings } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { setUpActions } from './actions.ts';

export const feature = defineFeature({ place: 'set-up', title: 'Set-up', icon: IconSettings, actions: setUpActions, screen: async () => (await import('./set-up-screen.tsx')).SetUpScreen });
