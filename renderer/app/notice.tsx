import { IconInfoCircle, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useSession } from './session-context.ts';

/** What comparing the two homes found at launch; stays until the planner has read it. */
export function Notice() {
  const { notice } = useSession();
  const [read, setRead] = useState<string | null>(null);
  if (notice === null || notice === read) return null;
  return (
    <div className="sp-notice" role="status">
      <IconInfoCircle size={16} aria-hidden /><span>{notice}</span>
      <button type="button" aria-label="Dismiss" onClick={() => { setRead(notice); }}><IconX size={15} aria-hidden /></button>
    </div>
  );
}
