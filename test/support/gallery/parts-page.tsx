import { Button } from '@mantine/core';
import { useState } from 'react';
import { BarList } from '#renderer/ui/charts/bar-list.tsx';
import { ConcentrationCurve } from '#renderer/ui/charts/concentration-curve.tsx';
import { HeatMatrix } from '#renderer/ui/charts/heat-matrix.tsx';
import { LineChart } from '#renderer/ui/charts/line-chart.tsx';
import { FindingList } from '#renderer/ui/feedback/findings.tsx';
import { ProgressPanel } from '#renderer/ui/feedback/progress-panel.tsx';
import { Stat, StatRow } from '#renderer/ui/feedback/stat.tsx';
import { showToast, showUndoToast } from '#renderer/ui/feedback/toast.tsx';
import { ConfirmDialog } from '#renderer/ui/forms/confirm-dialog.tsx';
import { DropZone } from '#renderer/ui/forms/drop-zone.tsx';
import { InspectorSection } from '#renderer/ui/place/inspector.tsx';
import { Place } from '#renderer/ui/place/place.tsx';
import { galleryRecords } from './records.ts';

const amounts = galleryRecords(200).map((record, index) => (record.revenue?.hundredths ?? 0) / (1 + index * 0.3));

export function PartsPage() {
  const [asking, setAsking] = useState(false);
  const [undone, setUndone] = useState(0);
  const [saved, setSaved] = useState('');
  return (
    <Place
      title="Overview" counts="Northern summit 2026, 41 days to go" padded
      actions={<><Button variant="default" onClick={() => { showToast('The disk is full: the last change is kept in memory only. Free some space and save again.', 'problem'); }}>Show a problem</Button><Button variant="default" onClick={() => { showUndoToast('3 meetings moved', () => { setUndone(undone + 1); }); }}>Move meetings</Button><Button onClick={() => { setAsking(true); }}>Purge travel details…</Button></>}
    >
      <InspectorSection level={2} title="Readiness">
        <StatRow>
          <Stat label="Seats taken" value="186" of="of 240" fraction={186 / 240} detail="12 wait for a seat" onOpen={() => undefined} />
          <Stat label="Cleared by agreement" value="91 %" fraction={0.91} severity="blocker" detail="17 people may not enter" onOpen={() => undefined} />
          <Stat label="Requests placed" value="328" of="of 350" fraction={328 / 350} severity="warning" detail="No schedule can place more than 334" onOpen={() => undefined} />
          <Stat label="Books out of date" value="9" of="of 64" severity="advice" detail="Last printed Tuesday" onOpen={() => undefined} />
        </StatRow>
      </InspectorSection>
      <InspectorSection level={2} title="Needs attention">
        <FindingList label="Needs attention" findings={[
          { id: '1', severity: 'advice', text: 'Kestrel Data has no council seat although it is in the first tier.' },
          { id: '2', severity: 'blocker', text: 'Nguyễn Thị Hà sits in the roadmap session on 13 May without a signed agreement.', detail: 'The agreement of Lotus Networks ended on 2 May.', cure: { label: 'Send the renewal', onClick: () => undefined }, onOpen: () => undefined },
          { id: '3', severity: 'warning', text: 'Björn Ødegård has six meetings without a break on 12 May.', cure: { label: 'Insert a break', onClick: () => undefined }, onOpen: () => undefined },
        ]} />
      </InspectorSection>
      <InspectorSection level={2} title="Pictures">
        <div className="gallery-charts">
          <ConcentrationCurve title="Concentration" summary="The 20 largest partners bring about half of revenue." amounts={amounts} marked={20} memberNoun="partners" onSave={setSaved} />
          <LineChart title="Revenue by tier" summary="Global partners grew every year; select partners fell in 2025." marks={['2022', '2023', '2024', '2025']} lines={[{ label: 'Global', points: [20, 26, 31, 44] }, { label: 'Premier', points: [14, 15, 19, 22] }, { label: 'Select', points: [9, 12, 12, 8] }]} onSave={setSaved} />
          <BarList title="Executive time" summary="Minutes with executives by partner, the mark is the share by revenue." bars={[{ label: 'Nordwind Systems', value: 150, words: '150 min', target: 120 }, { label: 'Ångström Data', value: 90, words: '90 min', target: 110 }, { label: 'Baobab Technologies International', value: 60, words: '60 min', target: 40, hue: 2 }, { label: 'Sakura Partners', value: 15, words: '15 min', target: 60, hue: 5 }]} onSave={setSaved} />
          <HeatMatrix title="Room load" summary="Meetings by room and hour; table 2 is empty at 14:00." rows={['Boardroom', 'Lake room', 'Table 1', 'Table 2']} columns={['9', '10', '11', '12', '14', '15', '16']} cell={(row, column) => ({ value: (row * 5 + column * 3) % 7, gap: row === 3 && column === 4 })} onPick={() => undefined} onSave={setSaved} />
        </div>
      </InspectorSection>
      <InspectorSection level={2} title="Work and files">
        <div className="gallery-charts">
          <ProgressPanel title="Printing 64 books" doing="Book of María José Ruiz, page 12" fraction={0.42} secondsLeft={95} onCancel={() => undefined} />
          <DropZone title="Drop exports here" hint="CSV or XLSX, a whole folder at once if you like" endings={['.csv', '.xlsx']} multiple onFiles={(files) => { showToast(`${files.length} files taken`); }} />
        </div>
      </InspectorSection>
      <p className="sp-muted">Undone {undone} times. Saved picture: {saved.length} characters.</p>
      <ConfirmDialog opened={asking} title="Purge travel details?" confirmLabel="Purge" danger onConfirm={() => { setAsking(false); }} onClose={() => { setAsking(false); }}>Flights, diet and access needs of 214 people are removed from this machine and cannot be brought back by undo. Meetings and promises stay.</ConfirmDialog>
    </Place>
  );
}
