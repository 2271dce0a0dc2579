import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LineId } from '#shared/kernel/ids.ts';
import { after, emptyHistory, historyOf } from '#shared/workspace/history.ts';

const line = (id: string) => ({ id: id as LineId });
const undo = (id: string, of: string) => ({ id: id as LineId, undoes: of as LineId });
const redo = (id: string, of: string) => ({ id: id as LineId, redoes: of as LineId });

describe('what can be taken back', () => {
  test('an undo moves its step aside, a redo brings it back, a new step forgets what was undone', () => {
    expect(historyOf([line('a'), line('b'), undo('c', 'b')])).toEqual({ done: ['a'], undone: ['b'] });
    expect(historyOf([line('a'), line('b'), undo('c', 'b'), redo('d', 'b')])).toEqual({ done: ['a', 'b'], undone: [] });
    expect(historyOf([line('a'), line('b'), undo('c', 'b'), line('d')])).toEqual({ done: ['a', 'd'], undone: [] });
  });

  test('is after a restart what it was before', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('step', 'undo', 'redo'), { maxLength: 40 }), (deeds) => {
      let kept = emptyHistory;
      const lines = deeds.flatMap((deed, index) => {
        const [done, undone] = [kept.done.at(-1), kept.undone.at(-1)];
        const made = deed === 'undo' && done ? undo(`${index}`, done) : deed === 'redo' && undone ? redo(`${index}`, undone) : deed === 'step' ? line(`${index}`) : null;
        if (made) kept = after(kept, made);
        return made ? [made] : [];
      });
      expect(historyOf(lines)).toEqual(kept);
    }));
  });
});
