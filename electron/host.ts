import type { EventName, EventOf } from '#shared/bridge/contract.ts';
import type { MenuModel } from '#shared/bridge/menu-model.ts';

/** A filter of a file dialog: what the planner reads, and the extensions without a dot. */
export type DialogFilter = { readonly name: string; readonly extensions: string[] };

/** What the handlers need from the window system. Electron gives it in main.ts; a test gives answers of its own. */
export type Host = {
  readonly version: string;
  askWhereToSave(suggestedName: string, filter: DialogFilter): Promise<string | null>;
  askWhatToOpen(filter: DialogFilter, many: boolean): Promise<readonly string[]>;
  askForFolder(purpose: string): Promise<string | null>;
  /** The index of the chosen button. The last button is the way out; `usual` is the one the return key takes. */
  ask(question: string, detail: string, buttons: readonly string[], usual: number): Promise<number>;
  openInBrowser(url: string): Promise<void>;
  revealFolder(path: string): Promise<void>;
  showProgress(fraction: number | null, isIndeterminate: boolean): void;
  showMenu(model: MenuModel): void;
  noteRecentFile(path: string): void;
  tell<Name extends EventName>(name: Name, said: EventOf<Name>): void;
};
