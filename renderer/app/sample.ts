import { readSummitFile } from '#shared/exchange/archive/summit-file.ts';
import { refusalText } from './refusals.ts';
import { beginSummit, type Session } from './start.ts';

/** Opens the product's own sample summit, which ships beside the window. A string: why it could not. */
export async function openSample(session: Session): Promise<string | null> {
  const answer = await fetch(new URL('./sample.summit', document.baseURI));
  if (!answer.ok) return 'The sample summit is not there. Install Summit Planner again.';
  const read = readSummitFile(new Uint8Array(await answer.arrayBuffer()));
  if (!read.ok) return refusalText(read.problem);
  return beginSummit(session, read.value.snapshot, 'Open the sample summit');
}
