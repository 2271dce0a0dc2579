import { IconHistory } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';

export const feature = defineFeature({ place: 'history', title: 'History', icon: IconHistory, actions: [], screen: async () => (await import('./history-screen.tsx')).HistoryScreen });
