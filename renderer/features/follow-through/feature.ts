import { IconRoute } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { followThroughActions } from './actions.ts';
import { FollowThroughScreen } from './follow-through-screen.tsx';

export const feature = defineFeature({ place: 'follow-through', title: 'Follow-through', icon: IconRoute, actions: followThroughActions, screen: FollowThroughScreen });
