/** The outcome of something that may be refused. Expected refusals are values; throwing means a bug. */
export type Result<Value, Problem> = Ok<Value> | Err<Problem>;
export type Ok<Value> = { readonly ok: true; readonly value: Value };
export type Err<Problem> = { readonly ok: false; readonly problem: Problem };

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

export function err<const Problem>(problem: Problem): Err<Problem> {
  return { ok: false, problem };
}

/** The value, where a refusal would be a bug of the caller. */
export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.problem)}`);
}
