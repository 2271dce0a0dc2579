import { writeSummitFile } from '#shared/exchange/archive/summit-file.ts';
import type { places } from '#shared/kernel/finding.ts';
import { type Action, defineAction } from './action.ts';
import { frame } from './frame-state.ts';
import { goToPane } from './panes.ts';
import { refusalText } from './refusals.ts';
import { features } from './registry.ts';
import type { Planner } from './use-planner.ts';

const undo = defineAction({ id: 'edit.undo', label: 'Undo', keys: 'Mod+Z', isEnabled: ({ workspace }) => workspace.history.done.length > 1, run: (planner) => planner.undo() });
const redo = defineAction({ id: 'edit.redo', label: 'Redo', keys: 'Mod+Shift+Z', isEnabled: ({ workspace }) => workspace.history.undone.length > 0, run: (planner) => planner.redo() });
const find = defineAction({ id: 'go.find', label: 'Find anything', keys: 'Mod+K', run: () => { frame.setState({ isPaletteOpen: true }); } });
const nextPane = defineAction({ id: 'go.next-pane', label: 'Go to the next part of the window', keys: 'F6', run: () => { goToPane(1); } });
const previousPane = defineAction({ id: 'go.previous-pane', label: 'Go to the part before', keys: 'Shift+F6', run: () => { goToPane(-1); } });
const keySheet = defineAction({ id: 'help.keys', label: 'Show all shortcuts', keys: '?', run: () => { frame.setState({ isKeySheetOpen: true }); } });

const saveSummitFile = defineAction({ id: 'file.save-summit', label: 'Save a summit file', keys: 'Mod+S', run: saveFile });
const openCopy = defineAction({ id: 'file.open-copy', label: 'Open a copy kept on disk', isEnabled: ({ platform }) => platform.disk !== null, run: () => { frame.setState({ isCopiesOpen: true }); } });

const goes = features.map(({ place, title }) =>
  defineAction({ id: `go.${place}`, label: `Go to ${title}`, ...(placeKeys(place) && { keys: placeKeys(place) as string }), run: ({ go }) => { go(place); } }),
);

/** What can be done from everywhere. */
export const globalActions: readonly Action[] = [undo, redo, find, nextPane, previousPane, keySheet, saveSummitFile, openCopy, ...goes];

/** Every action of the application: the palette, the menus and the shortcuts read this list. */
export const allActions: readonly Action[] = [...globalActions, ...features.flatMap(({ actions }) => actions)];

/** The first nine places have Mod+1 to Mod+9. */
function placeKeys(place: (typeof places)[number]): string | null {
  const index = features.findIndex((feature) => feature.place === place);
  return index >= 0 && index < 9 ? `Mod+${index + 1}` : null;
}

async function saveFile({ platform, snapshot, summit, now, tell }: Planner): Promise<void> {
  const bytes = writeSummitFile(snapshot, summit.name, now());
  const saved = await platform.saveFile(`${fileName(summit.name)}.summit`, 'summit', bytes as Uint8Array<ArrayBuffer>);
  if (!saved.ok) tell(refusalText(saved.problem), 'bad');
  else if (saved.value) tell(saved.value.name === null ? 'The summit file is in your downloads.' : `Saved ${saved.value.name}.`);
}

function fileName(name: string): string {
  return name.replace(/[<>:"/\\|?*]/g, ' ').replace(/\s+/g, ' ').trim() || 'Summit';
}
