import { IconMailHeart } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { inviteeActions } from './actions.ts';

export const feature = defineFeature({ place: 'invitees', title: 'Invitees', icon: IconMailHeart, actions: inviteeActions, screen: async () => (await import('./invitees-screen.tsx')).InviteesScreen });
