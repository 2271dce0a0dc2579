import { IconArrowsExchange } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { exchangeActions } from './actions.ts';

export const feature = defineFeature({ place: 'exchange', title: 'Exchange', icon: IconArrowsExchange, actions: exchangeActions, screen: async () => (await import('./exchange-screen.tsx')).ExchangeScreen });
