import { mappingsIn, mappingsText } from '#shared/exchange/recognise/mapping-file.ts';
import { counted } from '#shared/kernel/text.ts';
import { defineAction } from '#renderer/app/action.ts';
import { mappedHeaders, rememberAll } from '#renderer/app/mapped-headers.ts';
import { refusalText } from '#renderer/app/refusals.ts';
import type { Planner } from '#renderer/app/use-planner.ts';

export const saveNamedColumns = defineAction({ id: 'exchange.save-columns', label: 'Save named columns', isEnabled: () => namedLists() > 0, run: save });
export const readNamedColumns = defineAction({ id: 'exchange.read-columns', label: 'Read named columns', run: read });

/** Sets of headers whose columns were named on this device. */
export function namedLists(): number {
  return Object.keys(mappedHeaders()).length;
}

async function save({ platform, tell }: Planner): Promise<void> {
  const saved = await platform.saveFile('Named columns.json', 'json', new TextEncoder().encode(mappingsText(mappedHeaders())));
  if (!saved.ok) tell('The named columns could not be saved. Choose another place.', 'bad');
  else if (saved.value) tell(`Saved the columns of ${counted(namedLists(), 'list')}.`);
}

async function read({ platform, tell }: Planner): Promise<void> {
  const opened = await platform.openFiles(['json'], false);
  if (!opened.ok) return tell(refusalText(opened.problem), 'bad');
  const [file] = opened.value ?? [];
  if (file === undefined) return;
  const mappings = mappingsIn(new TextDecoder().decode(file.bytes));
  if (!mappings.ok) return tell(`${file.name} holds no named columns: ${mappings.problem}. Nothing was changed.`, 'bad');
  rememberAll(mappings.value);
  tell(`The columns of ${counted(Object.keys(mappings.value).length, 'list')} are remembered on this device.`);
}
