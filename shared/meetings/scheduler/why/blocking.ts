/**
 * Of what speaks against each place, few reasons that together close every place and none of which can be left out: without it some
 * place would be open. `against` lists, place by place, the reasons by number; of reasons that close as many places the lower number is
 * taken. Empty where some place is open, or where there is none.
 */
export function blocking(against: readonly (readonly number[])[]): number[] {
  const sets = [...new Map(against.map((reasons) => [reasons.join(), reasons])).values()];
  if (sets.some((reasons) => reasons.length === 0)) return [];
  const chosen: number[] = [];
  for (let open = sets; open.length > 0; open = open.filter((reasons) => !reasons.includes(chosen.at(-1) as number))) chosen.push(mostFrequent(open));
  // What was chosen first may have become needless; what was chosen last cannot.
  return chosen.reduce((kept, reason) => {
    const without = kept.filter((other) => other !== reason);
    return sets.every((reasons) => reasons.some((one) => without.includes(one))) ? without : kept;
  }, chosen);
}

function mostFrequent(sets: readonly (readonly number[])[]): number {
  const counts = new Map<number, number>();
  for (const reasons of sets) for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] - best[1] || best[0] - one[0]) > 0 ? one : best)[0];
}
