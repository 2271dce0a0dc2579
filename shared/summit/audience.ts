import type { Session } from './session.ts';

/** Whom a session's audience, as worded, names. `by-choice`: who comes is not known from the words (`By tier`, `By invitation`). */
export type Audience =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'pac' }
  | { readonly kind: 'strategic' }
  | { readonly kind: 'tiers'; readonly tiers: readonly string[] }
  | { readonly kind: 'by-choice' };

/** Reads the wording of an audience. A plenary or an awards session that says nothing is for everybody. */
export function audienceOf({ audience, kind }: Pick<Session, 'audience' | 'kind'>, tiers: readonly string[]): Audience {
  const words = audience.trim();
  if (/\b(all|everybody|everyone)\b/i.test(words)) return { kind: 'everybody' };
  if (/\b(PAC|advisory council)\b/i.test(words)) return { kind: 'pac' };
  if (/\bstrategic\b/i.test(words)) return { kind: 'strategic' };
  const named = tiers.filter((tier) => new RegExp(`(^|[^\\p{L}])${escaped(tier)}($|[^\\p{L}])`, 'iu').test(words));
  if (named.length > 0) return { kind: 'tiers', tiers: named };
  if (words === '' && (kind === 'Plenary' || kind === 'Awards')) return { kind: 'everybody' };
  return words === '' && kind === 'PAC meeting' ? { kind: 'pac' } : { kind: 'by-choice' };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
