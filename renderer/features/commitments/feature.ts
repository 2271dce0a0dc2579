import { IconHeartHandshake } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { commitmentActions } from './actions.ts';

export const feature = defineFeature({ place: 'commitments', title: 'Plans & commitments', icon: IconHeartHandshake, actions: commitmentActions, screen: async () => (await import('./commitments-screen.tsx')).CommitmentsScreen });
