import * as v from 'valibot';

/** Where an entry of the catalog comes from. */
export const ProvenanceSchema = v.strictObject({
  source: v.pipe(v.string(), v.nonEmpty()),
  /** Seen in the named source, general knowledge, or not verified. */
  confidence: v.picklist(['seen', 'general', 'unverified']),
  note: v.optional(v.string()),
});

/** Where the entries of one list come from: each, by its id, or all of them from one place. */
export const SourcesSchema = v.union([
  v.strictObject({ byId: v.record(v.string(), ProvenanceSchema) }),
  v.strictObject({ shared: ProvenanceSchema }),
]);

export type Sources = v.InferOutput<typeof SourcesSchema>;
