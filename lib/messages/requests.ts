import * as v from 'valibot';

/** What starts a round: all services, or some of those that are known. */
export function startRoundRequest(serviceIds: readonly string[]) {
  const list = 'null or a list of service ids';
  const id = v.picklist(serviceIds, serviceIds.join(', '));
  const ids = v.pipe(v.array(id, list), v.minLength(1, list));
  return v.object({ services: v.nullable(ids) }, list);
}

const roundId = 'the id of a round';

export const roundRequest = v.object({ id: v.string(roundId) }, roundId);

type RequestSchema = v.ObjectSchema<v.ObjectEntries, string>;

/**
 * Reads a message, whatever arrived: one that is no object has none of the fields. The messages of the
 * schema say what is allowed.
 * @throws Error that names the field, what was found in it and what is allowed
 */
export function readRequest<const Schema extends RequestSchema>(
  schema: Schema,
  found: unknown,
): v.InferOutput<Schema> {
  const fields = typeof found === 'object' && found !== null ? found : {};
  const result = v.safeParse(schema, fields, { abortEarly: true });
  if (result.success) return result.output;
  const [{ path, input, message }] = result.issues;
  const field = String(path?.[0].key);
  throw new Error(`${field}: found ${JSON.stringify(input)}, allowed: ${message}`);
}
