import { IconMessages } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { meetingActions } from './actions.ts';
import { bulkActions } from './bulk.ts';
import { swapActions } from './swap.ts';

export const feature = defineFeature({ place: 'meetings', title: 'Meetings', icon: IconMessages, actions: [...meetingActions, ...bulkActions, ...swapActions], screen: async () => (await import('./meetings-screen.tsx')).MeetingsScreen });
