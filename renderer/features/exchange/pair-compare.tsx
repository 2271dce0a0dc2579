import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { Pair } from '#shared/exchange/duplicates/pair.ts';
import { counted } from '#shared/kernel/text.ts';
import type { Row } from '#shared/kernel/table.ts';
import type { FieldPath, MergeTable } from '#shared/workspace/merging/fields.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { type FieldLine, fieldLines } from './pair-fields.ts';

/** What stands of a pair: which record is kept, and which fields come from the other. */
export type Choice = { readonly keep: string; readonly take: readonly FieldPath[] };

export type PairCompareProps = {
  readonly tables: Snapshot;
  readonly table: MergeTable;
  readonly one: Row;
  readonly other: Row;
  readonly choice: Choice;
  /** Said above each record, where the two come from different places. */
  readonly origin?: (id: string) => string;
  readonly onChoice: (choice: Choice) => void;
  readonly onKeep: (id: string) => void;
};

/** Two records side by side: one is kept, and for every field in which they differ the better value is chosen. */
export function PairCompare({ tables, table, one, other, choice, origin, onChoice, onKeep }: PairCompareProps) {
  const group = useId();
  const [showsSame, setShowsSame] = useState(false);
  const lines = fieldLines(tables, table, one, other);
  const same = lines.filter(({ differs }) => !differs);
  const chosen = (path: FieldPath) => (choice.take.includes(path) === (choice.keep === one.id) ? other.id : one.id);
  const choose = (path: FieldPath, id: string) => { onChoice({ keep: choice.keep, take: id === choice.keep ? choice.take.filter((each) => each !== path) : [...new Set([...choice.take, path])] }); };
  return (
    <table className="sp-pair-table">
      <caption className="sp-spoken">The two records, field by field. Choose the record that is kept, and the value of each field that differs.</caption>
      <thead>
        <tr>
          <th scope="col"><span className="sp-spoken">Field</span></th>
          {[one, other].map((row) => (
            <th key={row.id} scope="col" data-kept={choice.keep === row.id || undefined}>
              <label><input type="radio" name={`${group}-kept`} checked={choice.keep === row.id} onChange={() => { onKeep(row.id); }} /> <span>{choice.keep === row.id ? 'This record is kept' : 'Keep this record'}{origin && <small className="sp-muted">{origin(row.id)}</small>}</span></label>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.filter(({ differs }) => differs).map((line) => (
          <tr key={line.path}>
            <th scope="row">{line.label}</th>
            {([[one, line.one], [other, line.other]] as const).map(([row, text]) => (
              <td key={row.id} data-chosen={chosen(line.path) === row.id || undefined}>
                <label><input type="radio" aria-label={`${line.label}: ${text === '' ? 'nothing' : text}`} name={`${group}-${line.path}`} checked={chosen(line.path) === row.id} onChange={() => { choose(line.path, row.id); }} /> {text === '' ? <span className="sp-muted">nothing</span> : <bdi>{text}</bdi>}</label>
              </td>
            ))}
          </tr>
        ))}
        {showsSame && same.map((line) => <SameLine key={line.path} line={line} />)}
      </tbody>
      {same.length > 0 && <tfoot><tr><td colSpan={3}><Button size="compact-sm" variant="subtle" onClick={() => { setShowsSame(!showsSame); }}>{showsSame ? 'Hide what agrees' : `Show ${counted(same.length, 'field that agrees', 'fields that agree')}`}</Button></td></tr></tfoot>}
    </table>
  );
}

function SameLine({ line: { label, one } }: { readonly line: FieldLine }) {
  return <tr className="sp-muted"><th scope="row">{label}</th><td colSpan={2}><bdi>{one}</bdi></td></tr>;
}

export function ReasonList({ pair }: { readonly pair: Pair }) {
  return (
    <ul className="sp-pair-reasons" aria-label="Why they are proposed">
      {pair.reasons.map((text) => <li key={text} data-for="true"><span aria-hidden>+</span> <span className="sp-spoken">For: </span>{text}</li>)}
      {pair.against.map((text) => <li key={text}><span aria-hidden>−</span> <span className="sp-spoken">Against: </span>{text}</li>)}
    </ul>
  );
}
