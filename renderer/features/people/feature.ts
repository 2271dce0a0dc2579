import { IconUsers } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { peopleActions } from './actions.ts';
import { PeopleScreen } from './people-screen.tsx';

export const feature = defineFeature({ place: 'people', title: 'People', icon: IconUsers, actions: peopleActions, screen: PeopleScreen });
