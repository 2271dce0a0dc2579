import { IconBook2 } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { bookActions } from './actions.ts';
import { kindTitles } from './kind-titles.ts';
import { entriesOf } from './shelf.ts';

export const feature = defineFeature({
  place: 'books', title: 'Books & print', icon: IconBook2, actions: bookActions, screen: async () => (await import('./books-screen.tsx')).BooksScreen,
  made: (snapshot) => entriesOf(snapshot).map(({ key, reader, kind }) => ({ table: 'books', id: key, place: 'books', name: reader, hint: kindTitles[kind] })),
});
