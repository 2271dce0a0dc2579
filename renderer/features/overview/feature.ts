import { IconLayoutDashboard } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';

export const feature = defineFeature({ place: 'overview', title: 'Overview', icon: IconLayoutDashboard, actions: [], screen: async () => (await import('./overview-screen.tsx')).OverviewScreen });
