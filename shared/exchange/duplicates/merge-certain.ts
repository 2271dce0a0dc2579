import { apply, type Change, together } from '#shared/kernel/change.ts';
import type { MintId } from '#shared/kernel/ids.ts';
import { counted } from '#shared/kernel/text.ts';
import { editFields } from '#shared/workspace/edit-field.ts';
import { suggestedFields } from '#shared/workspace/merging/fields.ts';
import { mergeRecords } from '#shared/workspace/merging/merge-records.ts';
import { suggestedKept } from '#shared/workspace/merging/suggested-kept.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import { openPairs } from './open-pairs.ts';
import type { Pair } from './pair.ts';

/**
 * Decides every certain pair as the suggestions have it: the better record kept, with what it lacks taken from the other, and people linked to
 * their partner. Yields after each, so that a host can show how far it is; the value in the end is one change.
 */
export function* mergeCertain(tables: Snapshot, pairs: readonly Pair[], wasThere: (id: string) => boolean, mint: MintId): Generator<number, Change, undefined> {
  const changes: Change[] = [];
  let now = tables;
  for (const certain of pairs.filter(({ certainty }) => certainty === 'certain')) {
    // What an earlier merge of this run made of the two.
    const [pair] = openPairs(now, [certain]);
    const change = pair === undefined ? null : decided(now, pair, wasThere, mint);
    if (change === null) continue;
    changes.push(change);
    now = apply(now, change.edits);
    yield changes.length;
  }
  return together(`Merge ${counted(changes.length, 'certain pair')}`, changes);
}

function decided(tables: Snapshot, { of, one, other }: Pair, wasThere: (id: string) => boolean, mint: MintId): Change | null {
  if (of === 'belonging') {
    const linked = editFields(tables, 'contacts', one, { partner: other }, '');
    return linked.ok ? linked.value : null;
  }
  const keep = suggestedKept(tables, of, one, other, wasThere);
  const gone = keep === one ? other : one;
  const rows = tables[of] as ReadonlyMap<string, { readonly id: string }>;
  const [kept, going] = [rows.get(keep), rows.get(gone)];
  const merged = kept && going ? mergeRecords(tables, { table: of, keep, gone, take: suggestedFields(of, kept, going) }, mint) : null;
  return merged?.ok === true ? merged.value.change : null;
}
