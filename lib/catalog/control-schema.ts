import * as v from 'valibot';
import { FilledText, HttpsUrl, HttpUrl, Id, TransferKindSchema, textOf } from './fields.ts';

/** A site that shows whether the network itself works. */
export const ControlSchema = v.strictObject({
  id: Id,
  /** `filter`: its name is one that filters of one's own withhold; asked only where another name is withheld. */
  group: v.picklist(['foreign', 'domestic', 'dns', 'portal', 'filter']),
  operator: FilledText,
  url: HttpUrl,
  method: v.picklist(['HEAD', 'GET']),
  /** The expected status; omitted if any except 451 and 5xx counts. */
  status: v.optional(v.number()),
  /** Text that the body must contain; omitted if any body counts. */
  contains: v.optional(v.string()),
  /** True if every round probes it; other controls are probed in full rounds only. */
  pulse: v.boolean(),
  /** True if nobody has seen it answer yet: its silence counts only once it has answered this browser. */
  candidate: v.optional(v.literal(true)),
  /** True if it is probed only where no foreign site answers. */
  inReserve: v.optional(v.boolean()),
  /** True if it stands in the home country; those of the group `domestic` do without saying so. */
  atHome: v.optional(v.boolean()),
});

/** A neutral site for a transfer of the same size as a suspicious one. */
export const TransferControlSchema = v.strictObject({
  id: Id,
  group: v.literal('transfer'),
  operator: FilledText,
  url: HttpsUrl,
  kind: TransferKindSchema,
});

/** A STUN server (RFC 8489): reports a caller's address, over UDP like calls. */
export const CallControlSchema = v.strictObject({
  id: Id,
  group: v.picklist(['calls-foreign', 'calls-domestic']),
  operator: FilledText,
  url: textOf(/^stun:[a-z0-9.-]+:\d+$/, 'stun:host:port'),
});
