import { IconMailHeart } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { inviteeActions } from './actions.ts';
import { InviteesScreen } from './invitees-screen.tsx';

export const feature = defineFeature({ place: 'invitees', title: 'Invitees', icon: IconMailHeart, actions: inviteeActions, screen: InviteesScreen });
