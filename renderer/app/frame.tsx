import './frame.css';
import { ActionIcon, Progress, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconKeyboard, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { MenuModel } from '#shared/bridge/menu-model.ts';
import { type Action, isOffered } from './action.ts';
import { Copies } from './copy-list.tsx';
import { Dialogs } from './dialogs.tsx';
import { DroppedFiles } from './dropped-files.tsx';
import { useFocusKept } from './focus-kept.ts';
import { frame, go } from './frame-state.ts';
import { allActions } from './global-actions.ts';
import { KeySheet } from './key-sheet.tsx';
import { isForTyping, isPressed, spelled } from './keys.ts';
import { Notice } from './notice.tsx';
import { Palette } from './palette.tsx';
import { features } from './registry.ts';
import { SaveLine } from './save-line.tsx';
import { useScreen } from './screens.ts';
import { useSession } from './session-context.ts';
import { SummitSwitcher } from './summit-switcher.tsx';
import { type Planner, usePlanner, useSummitDesk } from './use-planner.ts';
import { useWorkspace } from './use-workspace.ts';

type FrameProps = { readonly scheme: 'light' | 'dark'; readonly onSchemeChange: () => void };

/** The desk around every place: places at the left in the order of the job, search, undo and saved state above. */
export function Frame({ scheme, onSchemeChange }: FrameProps) {
  const place = useStore(frame, (state) => state.place);
  useFocusKept(place);
  return (
    <div className="sp-frame">
      <a className="sp-skip" href="#place" onClick={(event) => { event.preventDefault(); document.getElementById('place')?.focus(); }}>Skip to the place</a>
      <Listening />
      <Places />
      <div className="sp-main">
        <header className="sp-top" data-pane>
          <Crumb />
          <button type="button" className="sp-find" onClick={() => { frame.setState({ isPaletteOpen: true }); }}>
            <IconSearch size={15} aria-hidden /><span>Find or do anything</span><kbd className="sp-kbd">{spelled('Mod+K')}</kbd>
          </button>
          <Running />
          <UndoAndRedo />
          <Tooltip label="Shortcuts  ?"><ActionIcon aria-label="Show all shortcuts" onClick={() => { frame.setState({ isKeySheetOpen: true }); }}><IconKeyboard size={17} /></ActionIcon></Tooltip>
          <Tooltip label={scheme === 'dark' ? 'Light' : 'Dark'}><ActionIcon aria-label={scheme === 'dark' ? 'Use light colours' : 'Use dark colours'} onClick={onSchemeChange}>{scheme === 'dark' ? <IconSun size={17} /> : <IconMoon size={17} />}</ActionIcon></Tooltip>
          <SaveLine />
        </header>
        <Notice />
        <main id="place" className="sp-outlet" tabIndex={-1} aria-label={features.find((feature) => feature.place === place)?.title}><Outlet /></main>
      </div>
      <Palette />
      <KeySheet />
      <Copies />
      <Dialogs />
      <DroppedFiles />
    </div>
  );
}

// Each part below asks for what it shows, so that a step of the cursor or a save draws nothing else of the frame.

function Crumb() {
  const { summit } = useSummitDesk();
  const place = useStore(frame, (state) => state.place);
  return <nav aria-label="Breadcrumb" className="sp-crumb"><span>{summit.name}</span><span aria-hidden>›</span><strong>{features.find((feature) => feature.place === place)?.title}</strong></nav>;
}

function UndoAndRedo() {
  const { undo, redo } = useSummitDesk();
  const { workspace } = useSession();
  const canUndo = useWorkspace(workspace, ({ history }) => history.done.length > 1);
  const canRedo = useWorkspace(workspace, ({ history }) => history.undone.length > 0);
  return (
    <>
      <Tooltip label={`Undo  ${spelled('Mod+Z')}`}><ActionIcon aria-label="Undo" disabled={!canUndo} onClick={() => void undo()}><IconArrowBackUp size={17} /></ActionIcon></Tooltip>
      <Tooltip label={`Redo  ${spelled('Mod+Shift+Z')}`}><ActionIcon aria-label="Redo" disabled={!canRedo} onClick={() => void redo()}><IconArrowForwardUp size={17} /></ActionIcon></Tooltip>
    </>
  );
}

function Listening() {
  const planner = usePlanner();
  useShortcuts(planner);
  useNativeMenu(planner);
  return null;
}

function Outlet() {
  const place = useStore(frame, (state) => state.place);
  const screen = useScreen(place);
  if (screen === 'failed') return <p className="sp-opening" role="alert">This place cannot be opened: its file is not there. Your work is safe. Load the window again.</p>;
  return screen ?? <div className="sp-opening" role="status">Opening…</div>;
}

function Places() {
  const { findings, place: here } = usePlanner();
  return (
    <nav className="sp-places" aria-label="Places" data-pane>
      <SummitSwitcher />
      <ul>
        {features.map(({ place, title, icon: Icon }) => {
          const mine = findings.filter((finding) => finding.place === place && finding.severity !== 'advice');
          const worst = mine[0]?.severity;
          return (
            <li key={place}>
              <a href={`#/${place}`} aria-current={place === here ? 'page' : undefined} onClick={(event) => { event.preventDefault(); go(place); }}>
                <Icon size={17} stroke={1.6} aria-hidden /><span>{title}</span>
                {mine.length > 0 && <span className="sp-places-badge" data-severity={worst} title={`${mine.length} findings`}>{mine.length}<span className="sp-spoken"> findings</span></span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Running() {
  const running = useStore(frame, (state) => state.running);
  if (running.length === 0) return null;
  return (
    <div className="sp-running" role="status" aria-live="polite">
      {running.map(({ id, title, doing, fraction, cancel }) => (
        <div key={id} className="sp-running-one">
          <span className="sp-running-title">{title}{doing && `: ${doing}`}</span>
          <Progress aria-label={title} value={fraction === null ? 100 : fraction * 100} animated={fraction === null} size={4} w={120} />
          <button type="button" className="sp-running-cancel" onClick={cancel}>Cancel</button>
        </div>
      ))}
    </div>
  );
}

/** One listener for every shortcut; actions of the place come before global ones. */
function useShortcuts(planner: Planner): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || frame.getState().asked.length > 0) return;
      const action = allActions.find((one) => one.keys !== undefined && isPressed(one.keys, event) && !isForTyping(event, one) && isOffered(one, planner));
      if (!action) return;
      event.preventDefault();
      void action.run(planner);
    }
    addEventListener('keydown', press);
    return () => { removeEventListener('keydown', press); };
  }, [planner]);
}

/** Native menus of the desktop edition, from the same actions as the palette. */
function useNativeMenu(planner: Planner): void {
  const { platform } = planner;
  useEffect(() => {
    platform.showMenu(menuOf(planner));
  }, [platform, planner]);
  useEffect(() => platform.onMenuChosen(({ id }) => void allActions.find((action) => action.id === id && isOffered(action, planner))?.run(planner)), [platform, planner]);
}

function menuOf(planner: Planner): MenuModel {
  const entry = (action: Action) => ({ kind: 'action' as const, id: action.id, label: action.label, keys: action.keys ?? null, isEnabled: isOffered(action, planner), isChecked: null });
  const group = (prefix: string) => allActions.filter(({ id }) => id.startsWith(prefix)).map(entry);
  const own = features.flatMap(({ title, actions }) => (actions.length > 0 ? [{ label: title, entries: actions.map(entry) }] : []));
  return [
    { label: 'File', entries: [...group('file.'), { kind: 'separator' }, { kind: 'role', role: 'quit' }] },
    { label: 'Edit', entries: [...group('edit.'), { kind: 'separator' }, { kind: 'role', role: 'cut' }, { kind: 'role', role: 'copy' }, { kind: 'role', role: 'paste' }] },
    { label: 'Go', entries: group('go.') },
    ...own,
    { label: 'View', entries: [{ kind: 'role', role: 'zoomIn' }, { kind: 'role', role: 'zoomOut' }, { kind: 'role', role: 'resetZoom' }, { kind: 'role', role: 'togglefullscreen' }] },
    { label: 'Help', entries: group('help.') },
  ];
}
