/** One face of an event: it has one in each of its columns. */
export type Face = { readonly id: string; readonly resourceId: string };

/** What an element of the board shows; null for what is none of its events. */
export function faceOf(element: Element): Face | null {
  const id = element.querySelector<HTMLElement>('[data-event-id]')?.dataset['eventId'];
  return id === undefined ? null : { id, resourceId: element.closest<HTMLElement>('[data-resource]')?.dataset['resource'] ?? '' };
}

/**
 * Makes a board one stop for Tab, however many events it shows: the one looked at last, else the selected one, else the
 * first. Arrow keys lead on from there. The library makes every event a stop and offers no other way to say it.
 */
export function keepOneTabStop(board: HTMLElement, last: Face | null, selectedId: string | null): void {
  const events = [...board.querySelectorAll<HTMLElement>('.rbc-event')];
  const faces = events.map(faceOf);
  const lookedAt = last === null ? -1 : faces.findIndex((face) => face?.id === last.id && face.resourceId === last.resourceId);
  const chosen = selectedId === null ? -1 : faces.findIndex((face) => face?.id === selectedId);
  const stop = events[lookedAt >= 0 ? lookedAt : Math.max(0, chosen)];
  for (const event of events) {
    event.tabIndex = event === stop ? 0 : -1;
    event.toggleAttribute('data-home', event === stop);
  }
  // What stands behind — opening hours, absences — is only looked at.
  for (const event of board.querySelectorAll<HTMLElement>('.rbc-background-event')) event.tabIndex = -1;
}
