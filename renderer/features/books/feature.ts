import { IconBook2 } from '@tabler/icons-react';
import { defineFeature } from '#renderer/app/feature.ts';
import { bookActions } from './actions.ts';
import { BooksScreen } from './books-screen.tsx';
import { kindTitles } from './kind-titles.ts';
import { entriesOf } from './shelf.ts';

export const feature = defineFeature({
  place: 'books', title: 'Books & print', icon: IconBook2, actions: bookActions, screen: BooksScreen,
  made: (snapshot) => entriesOf(snapshot).map(({ key, reader, kind }) => ({ table: 'books', id: key, place: 'books', name: reader, hint: kindTitles[kind] })),
});
