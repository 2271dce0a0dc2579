import { IconSettings } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { setUpActions } from './actions.ts';
import { SetUpScreen } from './set-up-screen.tsx';

export const feature = defineFeature({ place: 'set-up', title: 'Set-up', icon: IconSettings, actions: setUpActions, screen: SetUpScreen });
