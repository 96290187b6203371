import * as v from 'valibot';
import { Host, HttpUrl, Id } from './fields.ts';

/** A DNS-over-HTTPS resolver. */
export const ResolverSchema = v.strictObject({
  id: Id,
  /** Queried by GET in wire format (RFC 8484). */
  url: HttpUrl,
  /** True if it follows the state's list: its NXDOMAIN shows how a name is withheld, not that it is gone. */
  national: v.boolean(),
});

/**
 * A name that the state's resolvers are known to withhold. If a national resolver withholds it and the browser
 * still opens it, the browser uses another resolver.
 */
export const CanarySchema = v.strictObject({
  /** The host of a target, so that it needs no probe of its own. */
  name: Host,
});
