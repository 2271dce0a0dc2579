import { useEffect, useState } from 'react';
import type { SourceFile } from '#shared/exchange/grid.ts';
import { listEndings, readExports } from './import-files.ts';
import { openSummitBytes } from './open-summit-file.ts';
import { useSession } from './session-context.ts';
import { usePlanner } from './use-planner.ts';

/** Files let go anywhere in the window: lists are read and shown before anything changes, a summit file is opened beside the others. */
export function DroppedFiles() {
  const planner = usePlanner();
  const { session } = useSession();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const refuse = (text: string) => { planner.tell(text, 'bad'); };
    async function take(dropped: readonly File[]) {
      const lists = dropped.filter(({ name }) => endsWith(name, listEndings));
      const summits = dropped.filter(({ name }) => endsWith(name, ['.summit']));
      const others = dropped.filter((file) => !lists.includes(file) && !summits.includes(file));
      if (others.length > 0) refuse(`Not read: ${others.map(({ name }) => name).join(', ')}. Save it as CSV or XLSX and drop it again. Nothing was changed.`);
      if (lists.length > 0) await readExports(planner, await Promise.all(lists.map(sourceOf)));
      else if (summits[0]) await openSummitBytes(session, summits[0].name, (await sourceOf(summits[0])).bytes, refuse);
    }
    // A drop zone of a place takes its own files first; dialogs keep what stands behind them as it is.
    const isOurs = (event: DragEvent) => !event.defaultPrevented && event.dataTransfer?.types.includes('Files') === true && document.querySelector('[role="dialog"]') === null;
    function over(event: DragEvent) {
      const ours = isOurs(event);
      setOver(ours);
      if (ours) event.preventDefault();
    }
    function drop(event: DragEvent) {
      setOver(false);
      if (!isOurs(event)) return;
      event.preventDefault();
      void take([...(event.dataTransfer?.files ?? [])]);
    }
    function leave(event: DragEvent) {
      if (event.relatedTarget === null) setOver(false);
    }
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    addEventListener('dragleave', leave);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
      removeEventListener('dragleave', leave);
    };
  }, [planner, session]);
  return isOver && <div className="sp-drop-veil" role="status"><strong>Let go to import</strong><span>Nothing is changed before you have seen every row.</span></div>;
}

function endsWith(name: string, endings: readonly string[]): boolean {
  return endings.some((ending) => name.toLowerCase().endsWith(ending));
}

async function sourceOf(file: File): Promise<SourceFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
