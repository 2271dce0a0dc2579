import type { BookEntry } from '#shared/briefings/books.ts';

export const kindTitles: Readonly<Record<BookEntry['kind'], string>> = {
  executive: 'Executive briefing', partner: 'Partner guide', cam: 'Team book', master: 'Master book', stage: 'Stage book', commitments: 'Commitment sheet', 'door-list': 'Door list',
};
