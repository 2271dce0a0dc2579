import { places } from '#shared/kernel/finding.ts';
import type { Feature } from './feature.ts';

const found = import.meta.glob<{ readonly feature: Feature }>('../features/*/feature.ts', { eager: true });

/** Every feature of the application in the order of the job. A new folder under features/ appears here by itself. */
export const features: readonly Feature[] = Object.values(found)
  .map(({ feature }) => feature)
  .sort((a, b) => places.indexOf(a.place) - places.indexOf(b.place));
