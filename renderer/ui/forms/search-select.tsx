import { type ComboboxItem, type ComboboxItemGroup, type ComboboxParsedItem, isOptionsGroup, type OptionsFilter, Select, type SelectProps } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { folded } from '#shared/kernel/text.ts';

export type SearchSelectProps = Omit<SelectProps, 'data' | 'searchable' | 'filter' | 'onChange' | 'searchValue' | 'onSearchChange' | 'dropdownOpened' | 'defaultDropdownOpened' | 'selectFirstOptionOnChange' | 'autoSelectOnBlur'> & {
  readonly data: (ComboboxItem | ComboboxItemGroup<ComboboxItem>)[];
  /** The key that took the choice, where Enter or Tab did. */
  readonly onChange: (value: string | null, key?: KeyboardEvent) => void;
  readonly startsOpen?: boolean;
  /** What was typed to bring it up: it is searched for already. */
  readonly begun?: string | null;
};

/** A list searched by typing: Enter, Tab and leaving take the first choice that holds what was typed, judged by the words and not by what is drawn at that moment. */
export function SearchSelect({ data, value = null, onChange, startsOpen = false, begun = null, onKeyDown, onBlur, onDropdownOpen, onDropdownClose, ...others }: SearchSelectProps) {
  const chosen = choicesOf(data).find((choice) => choice.value === value)?.label ?? '';
  const [opened, setOpened] = useState(startsOpen);
  const [search, setSearch] = useState(begun ?? chosen);
  // Null as soon as the words are a choice's own again, or the arrows have walked the list: the list then knows better.
  const typed = useRef<string | null>(begun);

  function take(key?: KeyboardEvent): boolean {
    const words = typed.current;
    const first = words === null ? undefined : choicesOf(data).find((choice) => choice.disabled !== true && holds(choice, words));
    typed.current = null;
    if (!first) return false;
    setSearch(first.label);
    setOpened(false);
    onChange(first.value, key);
    return true;
  }
  function onKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Escape') typed.current = null;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing;
    if (!isPlain || (event.key !== 'Enter' && event.key !== 'Tab') || !take(event)) return;
    event.stopPropagation();
    if (event.key === 'Enter') event.preventDefault();
  }
  return (
    <Select
      {...others} data={data} value={value} searchable filter={filter}
      searchValue={search}
      // Mantine writes the chosen label as the list comes and goes; it does not replace words that are being typed.
      onSearchChange={(words) => { if (typed.current === null || words === typed.current) setSearch(words); }}
      onInput={({ currentTarget }) => { typed.current = currentTarget.value.trim() === '' ? null : currentTarget.value; }}
      dropdownOpened={opened}
      onDropdownOpen={() => { setOpened(true); onDropdownOpen?.(); }}
      onDropdownClose={() => { setOpened(false); onDropdownClose?.(); }}
      onChange={(next) => { typed.current = null; onChange(next); }}
      onKeyDownCapture={onKey} onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (take()) return;
        setSearch(chosen);
        onBlur?.(event);
      }}
    />
  );
}

const filter: OptionsFilter = ({ options, search }) => options.flatMap((entry): ComboboxParsedItem[] => {
  if (!isOptionsGroup(entry)) return holds(entry, search) ? [entry] : [];
  const items = entry.items.filter((choice) => holds(choice, search));
  return items.length > 0 ? [{ ...entry, items }] : [];
});

function choicesOf(data: SearchSelectProps['data']): ComboboxItem[] {
  return data.flatMap((entry) => (isOptionsGroup(entry) ? entry.items : [entry]));
}

function holds(choice: { readonly label: string }, words: string): boolean {
  return folded(choice.label).includes(folded(words.trim()));
}
