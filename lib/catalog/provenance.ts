import * as v from 'valibot';
import { Day, FilledText } from './fields.ts';

/** The source of a catalog entry. */
export const ProvenanceSchema = v.strictObject({
  source: FilledText,
  /** Seen in the named source, general knowledge, or unverified. */
  confidence: v.picklist(['seen', 'general', 'unverified']),
  /** The day on which it was last held against what is publicly known; a file may say that once, for all. */
  reviewed: v.optional(Day),
  note: v.optional(v.string()),
});

/** The source of an entry, and the day of its review. */
export const ReviewedSchema = v.strictObject({ ...ProvenanceSchema.entries, reviewed: Day });

const SourceSchema = v.strictObject({
  ...ReviewedSchema.entries,
  /** What shows that whoever asks without an account gets an answer, from all of its addresses: else it has no vote. */
  answers: v.optional(FilledText),
});

/** The sources of one list: one per entry, by id, or one for all entries. */
export const SourcesSchema = v.union([
  v.strictObject({ byId: v.record(v.string(), SourceSchema) }),
  v.strictObject({ shared: ReviewedSchema }),
]);

export type Provenance = v.InferOutput<typeof ProvenanceSchema>;
export type Sources = v.InferOutput<typeof SourcesSchema>;
