import { IconHeartHandshake } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { commitmentActions } from './actions.ts';
import { CommitmentsScreen } from './commitments-screen.tsx';

export const feature = defineFeature({ place: 'commitments', title: 'Plans & commitments', icon: IconHeartHandshake, actions: commitmentActions, screen: CommitmentsScreen });
