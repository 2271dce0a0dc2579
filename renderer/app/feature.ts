import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Place } from '#shared/kernel/finding.ts';
import type { Found } from '#shared/workspace/search.ts';
import type { Snapshot } from '#shared/workspace/snapshot.ts';
import type { Action } from './action.ts';

/** What a feature tells the application about itself. The application finds the `feature.ts` of every folder under features by itself. */
export type Feature = {
  readonly place: Place;
  readonly title: string;
  readonly icon: Icon;
  readonly actions: readonly Action[];
  /** Fetches the screen, a file of its own, so that the window opens without what the other places need. */
  readonly screen: () => Promise<ComponentType>;
  /** What the place makes out of the records and search finds too, such as books. */
  readonly made?: (snapshot: Snapshot) => readonly Found[];
};

export function defineFeature(feature: Feature): Feature {
  return feature;
}
