import * as v from 'valibot';

/** The source of a catalog entry. */
export const ProvenanceSchema = v.strictObject({
  source: v.pipe(v.string(), v.nonEmpty()),
  /** Seen in the named source, general knowledge, or unverified. */
  confidence: v.picklist(['seen', 'general', 'unverified']),
  note: v.optional(v.string()),
});

/** The sources of one list: one per entry, by id, or one for all entries. */
export const SourcesSchema = v.union([
  v.strictObject({ byId: v.record(v.string(), ProvenanceSchema) }),
  v.strictObject({ shared: ProvenanceSchema }),
]);

export type Provenance = v.InferOutput<typeof ProvenanceSchema>;
export type Sources = v.InferOutput<typeof SourcesSchema>;
