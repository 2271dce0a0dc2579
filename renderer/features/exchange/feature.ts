import { IconArrowsExchange } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { exchangeActions } from './actions.ts';
import { ExchangeScreen } from './exchange-screen.tsx';

export const feature = defineFeature({ place: 'exchange', title: 'Exchange', icon: IconArrowsExchange, actions: exchangeActions, screen: ExchangeScreen });
