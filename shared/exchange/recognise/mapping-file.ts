import { z } from 'zod';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { fieldsOf, kinds } from './kinds.ts';
import { columnKeys, headerSet, type Mappings } from './mapping.ts';

const MappingFile = z.strictObject({ lists: z.array(z.strictObject({ list: z.enum(kinds), columns: z.record(z.string(), z.string().nullable()) })) });

/**
 * What columns are called, out of the text of a file: `{"lists": [{"list": "rooms", "columns": {"Wo": "room", "Bild": null}}]}` with every
 * header of a list; null leaves a column out. Refused, in a sentence that says where, for a list or a field that is not known.
 */
export function mappingsIn(text: string): Result<Mappings, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err('it is no JSON');
  }
  const read = MappingFile.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return err(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as it should be'}; write {"lists": [{"list": "rooms", "columns": {"Header": "room", "Other header": null}}]}`);
  }
  for (const { list, columns } of read.data.lists) {
    const fields = fieldsOf(list);
    const named = Object.values(columns).filter((field) => field !== null);
    const strange = named.find((field) => !fields.has(field));
    if (strange !== undefined) return err(`“${strange}” is no field of ${list}; it has ${[...fields.keys()].join(', ')}`);
    const twice = named.find((field, index) => named.indexOf(field) !== index && fields.get(field)?.repeats !== true);
    if (twice !== undefined) return err(`two columns of ${list} are called ${twice}`);
  }
  return ok(Object.fromEntries(read.data.lists.map(({ list, columns }) => {
    const headers = Object.keys(columns);
    const keys = columnKeys(headers);
    return [headerSet(headers), { kind: list, fields: Object.fromEntries(headers.map((header, index) => [keys[index] ?? header, columns[header] ?? null])) }];
  })));
}
