import { err, ok, type Result } from '#shared/kernel/result.ts';

/** What a command takes: words in order, and options by name. `word…` is followed by a value; flags are not. */
export type Shape = {
  readonly words: readonly string[];
  readonly values: readonly string[];
  readonly flags: readonly string[];
};

/** A call as it was understood. */
export type Call = {
  readonly words: readonly string[];
  value(name: string): string | null;
  has(flag: string): boolean;
};

/** Every command understands these. */
const common = { values: ['now'], flags: ['json', 'strict'] };

/** Reads the arguments after the command's name. Refuses, in one line, what it does not know, what lacks its value and what is missing. */
export function readCall(command: string, shape: Shape, argv: readonly string[]): Result<Call, string> {
  const words: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index] ?? '';
    if (!argument.startsWith('--')) {
      words.push(argument);
      continue;
    }
    const [name = '', joined] = splitOption(argument);
    if ([...shape.flags, ...common.flags].includes(name)) {
      if (joined !== undefined) return err(`--${name} takes no value`);
      flags.add(name);
    } else if ([...shape.values, ...common.values].includes(name)) {
      const value = joined ?? argv[++index];
      if (value === undefined || value.startsWith('--')) return err(`--${name} needs a value`);
      values.set(name, value);
    } else return err(`${command} does not know --${name}; it knows ${[...shape.values, ...shape.flags, ...common.values, ...common.flags].map((known) => `--${known}`).join(', ')}`);
  }
  if (words.length < shape.words.length) return err(`${command} needs ${shape.words[words.length]}`);
  if (words.length > shape.words.length) return err(`${command} takes ${shape.words.join(' and ') || 'no words'}; what is “${words[shape.words.length]}”?`);
  return ok({ words, value: (name) => values.get(name) ?? null, has: (flag) => flags.has(flag) });
}

function splitOption(argument: string): [string, string | undefined] {
  const equals = argument.indexOf('=');
  return equals < 0 ? [argument.slice(2), undefined] : [argument.slice(2, equals), argument.slice(equals + 1)];
}

/** A whole number of at least `least`; null when the option was not given. */
export function wholeNumber(call: Call, name: string, least: number): Result<number | null, string> {
  const text = call.value(name);
  if (text === null) return ok(null);
  const value = Number(text);
  return /^\d{1,12}$/.test(text) && value >= least ? ok(value) : err(`--${name} must be a whole number of at least ${least}, not “${text}”`);
}

/** One of the words a list knows. */
export function oneOf<Word extends string>(call: Call, name: string, known: readonly Word[], otherwise: Word): Result<Word, string> {
  const text = call.value(name) ?? otherwise;
  const found = known.find((word) => word === text);
  return found === undefined ? err(`--${name} must be ${known.join(', ')}, not “${text}”`) : ok(found);
}
