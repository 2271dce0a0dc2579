import { IconUsers } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { peopleActions } from './actions.ts';

export const feature = defineFeature({ place: 'people', title: 'People', icon: IconUsers, actions: peopleActions, screen: async () => (await import('./people-screen.tsx')).PeopleScreen });
