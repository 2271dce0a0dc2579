import { IconCalendar } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { agendaActions } from './actions.ts';
import { AgendaScreen } from './agenda-screen.tsx';

export const feature = defineFeature({ place: 'agenda', title: 'Agenda', icon: IconCalendar, actions: agendaActions, screen: AgendaScreen });
