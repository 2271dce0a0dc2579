import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconFileImport, IconMountain, IconPlus } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { newSummit } from '#shared/workspace/new-summit.ts';
import type { SummitEntry } from '#renderer/storage/database.ts';
import { textIn } from '#renderer/ui/forms/field.ts';
import { openSummitFile } from './open-summit-file.ts';
import { useSession } from './session-context.ts';
import { beginSummit, open } from './start.ts';
import { useSummitDesk } from './use-planner.ts';

/** The summit that is open, and the way to the others. */
export const SummitSwitcher = memo(Switcher);

function Switcher() {
  const planner = useSummitDesk();
  const { session } = useSession();
  const [others, setOthers] = useState<readonly SummitEntry[]>([]);
  async function begin() {
    const values = await planner.fill({ title: 'New summit', submit: 'Begin', fields: [{ name: 'name', label: 'Name', kind: 'text', required: true }] });
    const problem = values && (await beginSummit(session, newSummit(textIn(values, 'name'), planner.mint), 'New summit'));
    if (problem !== null) planner.tell(problem, 'bad');
  }
  return (
    <Menu width={260} position="bottom-start" onOpen={() => void session.database.entries.toArray().then(setOthers)}>
      <Menu.Target>
        <UnstyledButton className="sp-switcher" title="Switch to another summit">
          <IconMountain size={18} aria-hidden /><span><strong>{planner.summit.name}</strong><small>{planner.summit.edition || planner.summit.venue || 'Partner summit'}</small></span><IconChevronDown size={15} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {others.filter(({ summit }) => summit !== planner.summit.id).map(({ summit, name }) => <Menu.Item key={summit} onClick={() => void open(session, summit)}>{name}</Menu.Item>)}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => void begin()}>New summit…</Menu.Item>
        <Menu.Item leftSection={<IconFileImport size={15} />} onClick={() => void openSummitFile(session, planner.platform, (text) => { planner.tell(text, 'bad'); })}>Open a summit file…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
