import { openSummitBytes } from './open-summit-file.ts';
import type { Session } from './start.ts';

/** Opens the product's own sample summit, which ships beside the window. A string: why it could not. */
export async function openSample(session: Session): Promise<string | null> {
  const answer = await fetch(new URL('./sample.summit', document.baseURI));
  if (!answer.ok) return 'The sample summit is not there. Install Summit Planner again.';
  let problem: string | null = null;
  await openSummitBytes(session, 'the sample summit', new Uint8Array(await answer.arrayBuffer()), (text) => { problem = text; });
  return problem;
}
