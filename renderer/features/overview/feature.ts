import { IconLayoutDashboard } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { OverviewScreen } from './overview-screen.tsx';

export const feature = defineFeature({ place: 'overview', title: 'Overview', icon: IconLayoutDashboard, actions: [], screen: OverviewScreen });
