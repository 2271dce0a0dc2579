import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { timeOf } from '#shared/kernel/time.ts';
import { counted } from '#shared/kernel/text.ts';
import { dayLoads, hostLoads, roomLoads } from '#shared/meetings/load.ts';
import type { Whereabouts } from '#shared/meetings/whereabouts.ts';
import { exportTable, saveChart } from '#renderer/app/export-table.ts';
import { usePlanner } from '#renderer/app/use-planner.ts';
import { dayWords } from '#renderer/ui/calendar-board/floating-localizer.ts';
import { HeatMatrix } from '#renderer/ui/charts/heat-matrix.tsx';
import { DataTable } from '#renderer/ui/data-table/data-table.tsx';
import { EmptyState } from '#renderer/ui/place/empty-state.tsx';
import { Later } from '#renderer/ui/place/later.tsx';
import { loadColumns } from './columns.tsx';
import { hostName, roomName } from './select.ts';

/** How full the hosts' days and the rooms are: figures a host, and two heat maps. */
export function LoadView({ where }: { readonly where: Whereabouts }) {
  const planner = usePlanner();
  const { executives } = where.tables;
  const loads = useMemo(() => hostLoads(where).map((load) => ({ ...load, name: executives.get(load.host)?.name ?? '', title: executives.get(load.host)?.title ?? '' })), [where, executives]);
  return (
    <div className="sp-load">
      <div className="sp-load-table"><DataTable isNarrow label="Host load" rows={loads} columns={loadColumns} rowId={({ host }) => host} onExport={(shown) => void exportTable(planner, 'Host load', shown)} empty={<EmptyState title="No executives yet" actions={<Button onClick={() => { planner.go('people'); }}>Go to People</Button>}>Add the vendor's executives in People.</EmptyState>} /></div>
      {loads.length > 0 && <div className="sp-load-maps" tabIndex={0} role="group" aria-label="Load: pictures"><h2 className="sp-spoken">Pictures</h2><Later><HostMap where={where} /></Later><Later><RoomMap where={where} /></Later></div>}
    </div>
  );
}

/** Meetings of each host on each day, with the limit where there is one. */
function HostMap({ where }: { readonly where: Whereabouts }) {
  const planner = usePlanner();
  const loads = useMemo(() => dayLoads(where), [where]);
  const hosts = [...new Set(loads.map(({ host }) => host))].filter((host) => loads.some((load) => load.host === host && (load.meetings > 0 || load.limit !== null)));
  const days = [...new Set(loads.map(({ day }) => day))];
  const of = new Map(loads.map((load) => [`${load.host} ${load.day}`, load]));
  const over = loads.filter(({ meetings, limit }) => limit !== null && meetings > limit).length;
  if (hosts.length === 0 || days.length === 0) return null;
  return (
    <HeatMatrix
      title="Meetings of hosts by day" summary={`Meetings, and the daily limit where there is one. ${over === 0 ? 'Nobody is over a limit.' : `${counted(over, 'day is', 'days are')} over the limit, marked with an exclamation mark.`}`}
      rows={unlike(hosts.map((host) => hostName(where, host)))} columns={days.map(dayWords)}
      cell={(row, column) => { const load = of.get(`${hosts[row]} ${days[column]}`); return load ? { value: load.meetings, words: load.limit === null ? String(load.meetings) : `${load.meetings} of ${load.limit}`, gap: load.limit !== null && load.meetings > load.limit } : null; }}
      onSave={(svg, format) => void saveChart(planner, 'Meetings of hosts by day', svg, format)}
    />
  );
}

/** The share of its open time that each room is used, in each stretch of meeting time. */
function RoomMap({ where }: { readonly where: Whereabouts }) {
  const planner = usePlanner();
  const loads = useMemo(() => roomLoads(where), [where]);
  const rooms = [...new Set(loads.map(({ room }) => room))];
  const { stretches } = where.time;
  const of = new Map(loads.map((load) => [`${load.room} ${load.stretch.startsAt}`, load]));
  if (rooms.length === 0 || stretches.length === 0) return null;
  return (
    <HeatMatrix
      title="Use of rooms" summary="The share of its open time that a room is held, breaks included, in each stretch of meeting time." full={100}
      rows={unlike(rooms.map((room) => roomName(where, room)))} columns={stretches.map(({ startsAt, endsAt }) => `${dayWords(startsAt.slice(0, 10)).split(/[ ,]/)[0] ?? ''} ${timeOf(startsAt)}–${timeOf(endsAt)}`)}
      cell={(row, column) => {
        const load = of.get(`${rooms[row]} ${stretches[column]?.startsAt}`);
        if (!load || (load.openMinutes === 0 && load.meetings === 0)) return null;
        const percent = load.openMinutes === 0 ? 100 : Math.min(100, Math.round((load.usedMinutes / load.openMinutes) * 100));
        return { value: percent, words: `${percent} %` };
      }}
      onSave={(svg, format) => void saveChart(planner, 'Use of rooms', svg, format)}
    />
  );
}

/** Rows of a picture are told apart by their names: a second of the same name is numbered. */
function unlike(names: readonly string[]): string[] {
  const met = new Map<string, number>();
  return names.map((name) => {
    const count = (met.get(name) ?? 0) + 1;
    met.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
