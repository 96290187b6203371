import * as v from 'valibot';

type Issue = v.BaseIssue<unknown>;

/** What is allowed in the place of an issue: the rule's own words, else the notation of its type. */
export function allowedAt({ message, expected }: Issue): string {
  // As the library begins its own words.
  return message.startsWith('Invalid ') ? (expected ?? message) : message;
}

/**
 * The issue of a document that does not fit. Of a field that is missing an object tells the name alone: it gets nothing
 * as its value, and what its own schema says of that is returned.
 */
export function issueOfField(schema: v.GenericSchema, document: unknown, issue: Issue): Issue {
  const place = issue.path?.at(-1);
  if (issue.input !== undefined || place?.origin !== 'key') return issue;
  (place.input as Record<string, unknown>)[String(place.key)] = undefined;
  return v.safeParse(schema, document, { abortEarly: true }).issues?.[0] ?? issue;
}
