import { Checkbox, Group, MultiSelect, NativeSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import type { Field, FieldValue } from './field.ts';
import { SearchSelect } from './search-select.tsx';

export type FieldInputProps = {
  readonly field: Field;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
  readonly error?: string | null;
  /** Label kept for screen readers only, where the place already shows it. */
  readonly bare?: boolean;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  readonly id?: string;
};

/** One labelled input by the field's kind. */
export function FieldInput({ field, value, onChange, error = null, bare = false, autoFocus = false, disabled = false, id }: FieldInputProps) {
  const shared = {
    ...(bare ? { 'aria-label': field.label } : { label: field.label, description: field.hint, withAsterisk: field.required ?? false }),
    ...(id === undefined ? {} : { id }), autoFocus,
    error, disabled, name: field.name, inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
  };
  const text = typeof value === 'string' ? value : '';
  const choices = field.kind === 'choice' || field.kind === 'choices' ? field.choices.map((choice) => ({ ...choice })) : [];
  switch (field.kind) {
    case 'text': {
      const more = { placeholder: field.placeholder, maxLength: field.maxLength, value: text };
      return field.multiline
        ? <Textarea {...shared} {...more} autosize minRows={3} maxRows={10} onChange={(event) => { onChange(event.currentTarget.value); }} />
        : <TextInput {...shared} {...more} autoComplete="off" onChange={(event) => { onChange(event.currentTarget.value); }} />;
    }
    case 'number': return (
      <NumberInput
        {...shared} value={typeof value === 'number' ? value : ''} {...(field.min === undefined ? {} : { min: field.min })} {...(field.max === undefined ? {} : { max: field.max })} step={field.step ?? 1} allowDecimal={!field.whole} thousandSeparator="," suffix={field.unit ? ` ${field.unit}` : ''} clampBehavior="none"
        onChange={(next) => { onChange(next === '' ? null : Number(next)); }}
      />
    );
    case 'money': {
      const amount = typeof value === 'object' && value !== null && 'hundredths' in value ? value : null;
      const currency = amount?.currency ?? field.currencies[0] ?? '';
      return (
        <Group gap={8} align="flex-start" wrap="nowrap">
          <NumberInput {...shared} flex={1} hideControls decimalScale={2} thousandSeparator="," value={amount ? amount.hundredths / 100 : ''} onChange={(next) => { onChange(next === '' ? null : { hundredths: Math.round(Number(next) * 100), currency }); }} />
          <NativeSelect {...(bare ? { 'aria-label': 'Currency' } : { label: 'Currency' })} w={88} value={currency} data={[...field.currencies]} disabled={disabled} onChange={(event) => { if (amount) onChange({ ...amount, currency: event.currentTarget.value }); else onChange({ hundredths: 0, currency: event.currentTarget.value }); }} />
        </Group>
      );
    }
    case 'date':
    case 'time':
    case 'date-time': {
      const bounds = field.kind === 'time' ? { step: (field.stepMinutes ?? 5) * 60 } : { min: field.min, max: field.max };
      return <TextInput {...shared} {...bounds} type={field.kind === 'date-time' ? 'datetime-local' : field.kind} value={text} onChange={(event) => { onChange(event.currentTarget.value || null); }} />;
    }
    case 'flag': return <Checkbox label={field.label} description={bare ? undefined : field.hint} error={error} disabled={disabled} checked={value === true} autoFocus={autoFocus} onChange={(event) => { onChange(event.currentTarget.checked); }} />;
    case 'choice': {
      const more = { data: choices, placeholder: field.placeholder ?? 'Choose', clearable: !field.required, allowDeselect: false, value: text === '' ? null : text, comboboxProps: { shadow: 'md' },
        // A list that opened with its form would lie over the fields below.
        openOnFocus: !autoFocus };
      return choices.length > 7
        ? <SearchSelect {...shared} {...more} nothingFoundMessage="No such choice" onChange={onChange} />
        : <Select {...shared} {...more} onChange={onChange} />;
    }
    case 'choices': return <MultiSelect {...shared} data={choices} placeholder={Array.isArray(value) && value.length > 0 ? '' : (field.placeholder ?? 'Choose any')} searchable hidePickedOptions nothingFoundMessage="No such choice" value={Array.isArray(value) ? [...value] : []} onChange={onChange} comboboxProps={{ shadow: 'md' }} />;
  }
}
