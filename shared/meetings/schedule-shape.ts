/** TEMPORARY until the engine lands: its type, by shape. */
export type ScheduleProblem = {
  readonly format: 'summit-schedule/1';
  readonly name: string;
  readonly objective: { readonly kind: 'weight' } | { readonly kind: 'breaks'; readonly fairness: number };
  readonly slots: readonly { readonly day: number; readonly block: number; readonly start: number; readonly minutes: number }[];
  readonly people: readonly { readonly id: string; readonly unavailable: readonly number[]; readonly max?: number | undefined; readonly maxPerDay?: number | undefined; readonly minimum?: number | undefined; readonly home?: string | undefined }[];
  readonly rooms: readonly { readonly id: string; readonly parallel: number; readonly capacity: number; readonly confidential: boolean; readonly reserved: boolean; readonly unavailable: readonly number[] }[];
  readonly requests: readonly { readonly id: string; readonly people: readonly string[]; readonly weight: number; readonly length: number; readonly must: boolean; readonly confidential?: boolean | undefined; readonly allowedRooms?: readonly string[] | undefined; readonly allowedSlots?: readonly number[] | undefined; readonly preferredSlots?: readonly number[] | undefined }[];
  readonly pins: readonly { readonly request: string; readonly slot: number; readonly room?: string | undefined }[];
  readonly precedences: readonly (readonly [string, string])[];
};
