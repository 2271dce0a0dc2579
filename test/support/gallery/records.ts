import type { Money } from '#shared/kernel/money.ts';

export type GalleryRecord = {
  readonly id: string;
  readonly name: string;
  readonly tier: string;
  readonly country: string;
  readonly people: number;
  readonly revenue: Money | null;
  readonly growth: number | null;
  readonly since: string | null;
  readonly council: boolean;
  readonly owner: string;
  readonly note: string | null;
};

export const tiers = [{ value: 'global', label: 'Global' }, { value: 'premier', label: 'Premier' }, { value: 'select', label: 'Select' }, { value: 'registered', label: 'Registered' }];
export const countries = ['Germany', 'France', 'Japan', 'Brazil', 'Kenya', 'Vietnam', 'Poland', 'Canada', 'Greece', 'Chile'];
export const owners = ['Ana Lindqvist', 'Okonkwo Chidi', 'Nguyễn Thị Hà', 'Björn Ødegård', 'María José Ruiz', 'Tanaka Yuki'];

const first = ['Nordwind', 'Kestrel', 'Helios', 'Blue Mesa', 'Arcadia', 'Ångström', 'Sakura', 'Baobab', 'Meridian', 'Polar', 'Ιωνία', 'Zażółć', 'Lotus', 'Granite', 'Estrela'];
const second = ['Systems', 'Cloud Services', 'Consulting', 'Networks', 'Data', 'Integration', 'Digital', 'Technologies', 'Partners', 'Solutions'];

/** The same made-up rows every time: a small multiplicative generator, no chance. */
export function galleryRecords(count: number): GalleryRecord[] {
  let seed = 20260512;
  const draw = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const pick = <Item,>(items: readonly Item[]): Item => items[draw(items.length)] as Item;
  return Array.from({ length: count }, (_, index) => ({
    id: `r${index + 1}`,
    name: `${pick(first)} ${pick(second)} ${index + 1}`,
    tier: pick(tiers).value,
    country: pick(countries),
    people: 3 + draw(900),
    revenue: draw(9) === 0 ? null : { hundredths: (10_000 + draw(9_000_000)) * 100, currency: 'EUR' },
    growth: draw(7) === 0 ? null : (draw(900) - 250) / 10,
    since: draw(12) === 0 ? null : `20${String(10 + draw(15)).padStart(2, '0')}-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`,
    council: draw(6) === 0,
    owner: pick(owners),
    note: draw(4) === 0 ? 'Asks for earlier roadmap access and a named architect.' : null,
  }));
}
