import * as v from 'valibot';

/** The source of a catalog entry. */
export const ProvenanceSchema = v.strictObject({
  source: v.pipe(v.string(), v.nonEmpty()),
  /** Seen in the named source, general knowledge, or unverified. */
  confidence: v.picklist(['seen', 'general', 'unverified']),
  note: v.optional(v.string()),
});

/** The source of an entry, and when it was last held against what is publicly known. */
const ReviewedSchema = v.strictObject({
  ...ProvenanceSchema.entries,
  /** The day of that review. */
  reviewed: v.pipe(v.string(), v.isoDate()),
});

/** The sources of one list: one per entry, by id, or one for all entries. */
export const SourcesSchema = v.union([
  v.strictObject({ byId: v.record(v.string(), ReviewedSchema) }),
  v.strictObject({ shared: ReviewedSchema }),
]);

export type Provenance = v.InferOutput<typeof ProvenanceSchema>;
export type Sources = v.InferOutput<typeof SourcesSchema>;
