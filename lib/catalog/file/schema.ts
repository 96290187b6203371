import * as v from 'valibot';
import { CallControlSchema, ControlSchema, TransferControlSchema } from '../control-schema.ts';
import { CountrySchema } from '../country-schema.ts';
import { Day } from '../fields.ts';
import { ResolverSchema } from '../resolver-schema.ts';
import { ServiceSchema } from '../schema.ts';

/**
 * What a file may say of a country. What the look at the route asks, and block pages, stay as they are built in: the
 * one has a permission of its own, the others are recognised in whatever a browser shows.
 */
const FileCountrySchema = v.strictObject(
  v.omit(CountrySchema, ['blockedCanaries', 'homeOnlySites', 'echoes', 'blockPages', 'routeOff'])
    .entries,
);

/** A catalogue as a file. Lists replace those that are built in; those of the route are not among them. */
export const CatalogFileSchema = v.strictObject({
  schema: v.literal('dozvon.catalog/1'),
  /** The day of the catalogue, ISO 8601. */
  version: Day,
  /** The day on which its entries were last held against what is publicly known. */
  reviewed: Day,
  services: v.array(ServiceSchema),
  controls: v.array(ControlSchema),
  witnesses: v.array(ControlSchema),
  transferControls: v.array(TransferControlSchema),
  callControls: v.array(CallControlSchema),
  resolvers: v.array(ResolverSchema),
  /**
   * Countries that are left out stay as they are built in, and so do lists that a country leaves out.
   */
  countries: v.array(FileCountrySchema),
});

export type CatalogFile = v.InferOutput<typeof CatalogFileSchema>;
