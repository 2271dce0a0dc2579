import { IconMessages } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { meetingActions } from './actions.ts';

export const feature = defineFeature({ place: 'meetings', title: 'Meetings', icon: IconMessages, actions: meetingActions, screen: async () => (await import('./meetings-screen.tsx')).MeetingsScreen });
