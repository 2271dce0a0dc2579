import { IconBook2 } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { bookActions } from './actions.ts';

export const feature = defineFeature({ place: 'books', title: 'Books & print', icon: IconBook2, actions: bookActions, screen: async () => (await import('./books-screen.tsx')).BooksScreen });
