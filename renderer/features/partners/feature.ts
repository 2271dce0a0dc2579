import { IconBuildings } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { partnerActions } from './actions.ts';
import { PartnersScreen } from './partners-screen.tsx';

export const feature = defineFeature({ place: 'partners', title: 'Partners', icon: IconBuildings, actions: partnerActions, screen: PartnersScreen });
