import { IconBook2 } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { bookActions } from './actions.ts';
import { BooksScreen } from './books-screen.tsx';

export const feature = defineFeature({ place: 'books', title: 'Books & print', icon: IconBook2, actions: bookActions, screen: BooksScreen });
