import { IconBuildings } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { partnerActions } from './actions.ts';

export const feature = defineFeature({ place: 'partners', title: 'Partners', icon: IconBuildings, actions: partnerActions, screen: async () => (await import('./partners-screen.tsx')).PartnersScreen });
