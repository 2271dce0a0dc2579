import { IconRoute } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { followThroughActions } from './actions.ts';

export const feature = defineFeature({ place: 'follow-through', title: 'Follow-through', icon: IconRoute, actions: followThroughActions, screen: async () => (await import('./follow-through-screen.tsx')).FollowThroughScreen });
