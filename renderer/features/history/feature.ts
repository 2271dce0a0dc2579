import { IconHistory } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { HistoryScreen } from './history-screen.tsx';

export const feature = defineFeature({ place: 'history', title: 'History', icon: IconHistory, actions: [], screen: HistoryScreen });
