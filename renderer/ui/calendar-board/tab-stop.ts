/**
 * Makes a board one stop for Tab, however many events it shows: the one looked at last, else the selected one, else the
 * first. Arrow keys lead on from there. The library makes every event a stop and offers no other way to say it.
 */
export function keepOneTabStop(board: HTMLElement, last: HTMLElement | null, selectedId: string | null): void {
  const events = [...board.querySelectorAll<HTMLElement>('.rbc-event')];
  const chosen = selectedId === null ? undefined : events.find((event) => event.querySelector(`[data-event-id="${CSS.escape(selectedId)}"]`));
  const stop = last && events.includes(last) ? last : (chosen ?? events[0]);
  for (const event of events) {
    event.tabIndex = event === stop ? 0 : -1;
    event.toggleAttribute('data-home', event === stop);
  }
  // What stands behind — opening hours, absences — is only looked at.
  for (const event of board.querySelectorAll<HTMLElement>('.rbc-background-event')) event.tabIndex = -1;
}
