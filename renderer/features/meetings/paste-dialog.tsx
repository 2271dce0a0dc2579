import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { pastedFields, readPastedRequests } from '#shared/exchange/intake/pasted-requests.ts';
import { counted } from '#shared/kernel/text.ts';
import { judgeRequests } from '#shared/meetings/bulk.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { fromTsv } from '#renderer/ui/data-table/tsv.ts';
import { FindingBadge } from '#renderer/ui/feedback/findings.tsx';
import { pasting } from './bulk.ts';

const titles: Readonly<Record<(typeof pastedFields)[number], string>> = {
  account_name: 'Partner', host: 'Host', priority: 'Priority', duration: 'Length', topic: 'Topic', confidential: 'Confidential', preferred_day: 'Preferred day', part_of_day: 'Part of day', side: 'Asked by', attendees: 'Guests',
};

/** Rows copied from a spreadsheet, read as they are pasted: what each line means or what is wrong with it, then one change. */
export function PasteDialog() {
  const { text } = useStore(pasting);
  if (text === null) return null;
  return <Modal opened onClose={close} title="Paste requests" size="xl"><PasteBody text={text} /></Modal>;
}

function close() {
  pasting.setState({ text: null });
}

function PasteBody({ text }: { readonly text: string }) {
  const planner = usePlanner();
  const { snapshot } = planner;
  const settled = useDeferredValue(text);
  const { columns, lines, change } = useMemo(() => judged(snapshot, settled, planner.mint), [snapshot, settled, planner.mint]);
  const bad = lines.filter(({ problems }) => problems.length > 0).length;
  const good = lines.length - bad;
  function take() {
    if (!change) return;
    planner.commit(change);
    close();
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); take(); }}>
      <Textarea
        label="Rows from a spreadsheet" description={`Copy them there and paste them here. A first row that names its columns is understood; without one the order is ${pastedFields.map((field) => titles[field].toLowerCase()).join(', ')}.`}
        autosize minRows={4} maxRows={8} value={text} autoFocus onChange={(event) => { pasting.setState({ text: event.currentTarget.value }); }} styles={{ input: { fontFamily: 'inherit', whiteSpace: 'pre', overflowX: 'auto' } }}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) take(); }}
      />
      {lines.length > 0 && (
        <div className="sp-paste-preview" tabIndex={0} role="region" aria-label="What the rows mean">
          <table>
            <thead><tr><th scope="col">Line</th>{columns.map((field, index) => <th key={index} scope="col">{field ? titles[field] : 'Not used'}</th>)}<th scope="col">Reading</th></tr></thead>
            <tbody>{lines.map(({ line, cells, problems }) => (
              <tr key={line} data-bad={problems.length > 0 || undefined}>
                <th scope="row">{line}</th>
                {columns.map((field, index) => <td key={index} data-unused={field === null || undefined}>{cells[index] ?? ''}</td>)}
                <td>{problems.length > 0 ? <><FindingBadge severity="blocker">Left out</FindingBadge> {problems.join(' ')}</> : 'Will be added'}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      <p className="sp-paste-sum" role="status">{lines.length === 0 ? (text.trim() === '' ? '' : 'No row was found in this text.') : `${counted(good, 'request')} will be added.${bad > 0 ? ` ${counted(bad, 'line')} left out, with the reason beside each.` : ''}`}</p>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>Cancel</Button>
        <Button type="submit" disabled={change === null}>{good > 0 ? `Add ${counted(good, 'request')}` : 'Add requests'}</Button>
      </Group>
    </form>
  );
}

/** The lines with what the rules of requests say about them, too. */
function judged(snapshot: Snapshot, text: string, mint: ReturnType<typeof usePlanner>['mint']) {
  const read = readPastedRequests(snapshot, fromTsv(text));
  const meant = read.lines.flatMap((line) => (line.input ? [{ line: line.line, input: line.input }] : []));
  const { change, problems } = judgeRequests(snapshot, meant.map(({ input }) => input), mint);
  const refused = new Map(meant.flatMap(({ line }, index) => (problems[index] ? [[line, 'This partner already asks for this host.'] as const] : [])));
  return { columns: read.columns, change, lines: read.lines.map((line) => { const words = refused.get(line.line); return words === undefined ? line : { ...line, problems: [words] }; }) };
}
