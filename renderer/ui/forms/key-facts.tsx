import './forms.css';
import { UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { wordsOf } from '../data-table/cell-text.ts';
import { fieldProblem, type Field, type FieldValue } from './field.ts';
import { FieldInput } from './field-input.tsx';

export type KeyFact = {
  readonly field: Field;
  readonly value: FieldValue;
  /** What is shown instead of the value's own words. */
  readonly shown?: ReactNode;
  /** Takes a new value, answers why not; a fact without it is read only. */
  readonly onCommit?: (value: FieldValue) => string | null | undefined | void | Promise<string | null | undefined | void>;
};

export type KeyFactsProps = { readonly facts: readonly KeyFact[]; readonly label?: string };

/** Label and value line by line; a value that may be changed turns into its input where it stands. */
export function KeyFacts({ facts }: KeyFactsProps) {
  return <dl className="sp-facts">{facts.map((fact) => <FactLine key={fact.field.name} fact={fact} />)}</dl>;
}

function FactLine({ fact }: { readonly fact: KeyFact }) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const shown = fact.shown ?? wordsFor(fact.field, fact.value);
  function leave() {
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  }
  return (
    <div className="sp-fact" data-stacked={editing || (fact.field.kind === 'text' && fact.field.multiline) || undefined}>
      <dt>{fact.field.label}</dt>
      <dd>
        {editing && fact.onCommit ? <FactEditor fact={fact} onCommit={fact.onCommit} onLeave={leave} />
          : fact.onCommit ? (
            <UnstyledButton ref={button} className="sp-fact-button" onClick={() => { setEditing(true); }}>
              <span className="sp-fact-value"><span className="sp-spoken">Edit {fact.field.label}: </span>{shown === '' ? <span className="sp-muted">Add</span> : shown}</span><IconPencil size={14} className="sp-fact-pencil" aria-hidden />
            </UnstyledButton>
          ) : <span className="sp-fact-value">{shown === '' ? <span className="sp-muted">—</span> : shown}</span>}
      </dd>
    </div>
  );
}

function FactEditor({ fact, onCommit, onLeave }: { readonly fact: KeyFact; readonly onCommit: NonNullable<KeyFact['onCommit']>; readonly onLeave: () => void }) {
  const [value, setValue] = useState(fact.value);
  const [problem, setProblem] = useState<string | null>(null);
  const gone = useRef(false);
  async function take(next: FieldValue) {
    if (gone.current) return;
    if (JSON.stringify(next) === JSON.stringify(fact.value)) return leave();
    const own = fieldProblem(fact.field, next);
    const answer = own ?? (await onCommit(next)) ?? null;
    if (answer) setProblem(answer);
    else leave();
  }
  function leave() {
    gone.current = true;
    onLeave();
  }
  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || !isLong(fact.field))) {
      event.preventDefault();
      void take(value);
    }
  }
  return (
    <div onKeyDown={onKeyDown} onBlur={(event) => { if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) void take(value); }}>
      <FieldInput bare autoFocus field={fact.field} value={value} error={problem} onChange={(next) => { setValue(next); setProblem(null); if (fact.field.kind === 'flag' || fact.field.kind === 'choice') void take(next); }} />
    </div>
  );
}

function isLong(field: Field): boolean {
  return field.kind === 'choices' || field.kind === 'choice' || (field.kind === 'text' && field.multiline === true);
}

function wordsFor(field: Field, value: FieldValue): string {
  if (value === null || value === '') return '';
  if (Array.isArray(value)) return value.map((one) => (field.kind === 'choices' ? (field.choices.find((choice) => choice.value === one)?.label ?? one) : one)).join(', ');
  if (typeof value === 'object' && !('hundredths' in value)) return '';
  if (field.kind === 'date-time' && typeof value === 'string') return `${wordsOf({ kind: 'date' }, value)}, ${value.slice(11, 16)}`;
  if (field.kind === 'number' && field.unit) return `${wordsOf({ kind: 'number' }, value)} ${field.unit}`;
  const kind = field.kind === 'choices' || field.kind === 'time' || field.kind === 'date-time' ? 'text' : field.kind;
  return wordsOf({ kind, ...(field.kind === 'choice' ? { choices: field.choices } : {}) }, value);
}
