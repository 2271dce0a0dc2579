import { IconCalendar } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { agendaActions } from './actions.ts';

export const feature = defineFeature({ place: 'agenda', title: 'Agenda', icon: IconCalendar, actions: agendaActions, screen: async () => (await import('./agenda-screen.tsx')).AgendaScreen });
