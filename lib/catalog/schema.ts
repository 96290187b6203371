import * as v from 'valibot';
import { Country, HttpsUrl, HttpUrl, Id, RoleName, TransferKindSchema } from './fields.ts';
import { TargetSchema } from './target-schema.ts';

export const ServiceRoleSchema = v.strictObject({
  role: RoleName,
  required: v.boolean(),
  /** Whether all voting targets must get through, or any one of them. */
  match: v.picklist(['all', 'any']),
  /** The role without which this one is of no use to a person (media without a login, say). */
  needs: v.optional(RoleName),
  /**
   * No target of the service can be asked for this role; the controls of the way that calls take say
   * whether the network stands in it, and nothing of the service.
   */
  byCallControls: v.optional(v.literal(true)),
});

export const ServiceSchema = v.strictObject({
  id: Id,
  name: v.pipe(v.string(), v.nonEmpty()),
  operatorCountry: Country,
  enabledByDefault: v.boolean(),
  /** The one target that an ordinary round (a pulse) probes. */
  sentinel: Id,
  roles: v.pipe(v.array(ServiceRoleSchema), v.minLength(1)),
  targets: v.pipe(v.array(TargetSchema), v.minLength(1)),
});

export const ControlSchema = v.strictObject({
  id: Id,
  group: v.picklist(['foreign', 'domestic', 'dns', 'portal']),
  operator: v.pipe(v.string(), v.nonEmpty()),
  url: HttpUrl,
  method: v.picklist(['HEAD', 'GET']),
  /** Expected status; left out where any answer will do. */
  status: v.optional(v.number()),
  contains: v.optional(v.string()),
  /** Asked in every round; the others only in full rounds. */
  pulse: v.boolean(),
});

/** A neutral site that carries as many bytes as a transfer in doubt. */
export const TransferControlSchema = v.strictObject({
  id: Id,
  group: v.literal('transfer'),
  operator: v.pipe(v.string(), v.nonEmpty()),
  url: HttpsUrl,
  kind: TransferKindSchema,
});

/** A server that tells callers their address (STUN, RFC 8489), over UDP as calls go. */
export const CallControlSchema = v.strictObject({
  id: Id,
  group: v.picklist(['calls-foreign', 'calls-domestic']),
  operator: v.pipe(v.string(), v.nonEmpty()),
  url: v.pipe(v.string(), v.regex(/^stun:[a-z0-9.-]+:\d+$/, 'stun:host:port expected')),
});

export const ResolverSchema = v.strictObject({
  id: Id,
  /** RFC 8484 wire format, GET. */
  url: HttpUrl,
  /** Follows the state's list: its "no such name" tells how a name is withheld, not that it is gone. */
  national: v.boolean(),
});

/**
 * A name that the state's resolvers are known to withhold. Where a national resolver does so and the
 * browser opens the name all the same, its names come from elsewhere.
 */
export const CanarySchema = v.strictObject({
  /** Host of one of the targets, so that nothing more is probed for it. */
  name: v.pipe(v.string(), v.regex(/^[a-z0-9.-]+$/, 'host name expected')),
});

/** Where a field stands in an answer: keys joined by dots, empty for the whole of it. */
const Field = v.optional(v.pipe(v.string(), v.regex(/^[\w.]*$/, 'keys joined by dots expected')));

/** A service that tells callers their address, and perhaps where that is. */
export const EchoSchema = v.strictObject({
  id: Id,
  group: v.picklist(['foreign', 'domestic']),
  url: HttpUrl,
  /** How its answer is read: JSON, or lines of `key=value`. */
  reads: v.strictObject({
    format: v.picklist(['json', 'lines']),
    address: v.string(),
    country: Field,
    /** A number, or one behind `AS`. */
    asn: Field,
    /** True where the address belongs to a data centre. */
    hosting: Field,
    /** `on` where the caller comes through the operator's own tunnel. */
    warp: Field,
    /** `on` where the caller comes through the operator's gateway for companies. */
    gateway: Field,
    /** Which of the operator's places answered, by the code of its airport. */
    colo: Field,
  }),
});

/** A site that is asked by HEAD and tells something of where the caller comes from. */
export const SiteSchema = v.strictObject({ id: Id, url: HttpUrl });

/** A network that no household's traffic leaves from unless something carries it there. */
export const NetworkSchema = v.strictObject({
  asn: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: v.pipe(v.string(), v.nonEmpty()),
  /** Data centres for everybody, or relays that browsers and systems bring along. */
  kind: v.picklist(['hosting', 'relay']),
});

/** A place that answers for a network that is everywhere, named after its airport (IATA). */
export const ColoSchema = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'three capitals expected')),
  country: Country,
  /** In degrees, north and east positive. */
  latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
});

export const CatalogSchema = v.strictObject({
  version: v.pipe(v.string(), v.isoDate()),
  services: v.array(ServiceSchema),
  controls: v.array(ControlSchema),
  /**
   * Asked within a round, each once: an old control answers over its open connection even where no name
   * resolves any more, or a portal has begun to answer for everybody.
   */
  witnesses: v.array(ControlSchema),
  /** Asked only where a transfer is in doubt. */
  transferControls: v.array(TransferControlSchema),
  /** Asked at the end of a full round. */
  callControls: v.array(CallControlSchema),
  resolvers: v.array(ResolverSchema),
  canaries: v.array(CanarySchema),
  /** Whose filters and sites the lists below speak of. */
  home: v.strictObject({
    country: Country,
    /** ISO 639-1. */
    languages: v.array(v.pipe(v.string(), v.length(2))),
  }),
  /** In the order in which they are asked. */
  echoes: v.array(EchoSchema),
  /** Blocked at home for long: open where traffic gets past the filters. */
  blockedCanaries: v.array(SiteSchema),
  /** Refuse callers from abroad. */
  homeOnlySites: v.array(SiteSchema),
  networks: v.array(NetworkSchema),
  colos: v.array(ColoSchema),
});

export type Target = v.InferOutput<typeof TargetSchema>;
export type TransferTarget = Extract<Target, { kind: TransferKind }>;
export type SocketTarget = Extract<Target, { kind: 'websocket' }>;
export type TransferKind = v.InferOutput<typeof TransferKindSchema>;
export type ServiceRole = v.InferOutput<typeof ServiceRoleSchema>;
export type Service = v.InferOutput<typeof ServiceSchema>;
export type Control = v.InferOutput<typeof ControlSchema>;
export type TransferControl = v.InferOutput<typeof TransferControlSchema>;
export type CallControl = v.InferOutput<typeof CallControlSchema>;
export type Resolver = v.InferOutput<typeof ResolverSchema>;
export type Canary = v.InferOutput<typeof CanarySchema>;
export type Echo = v.InferOutput<typeof EchoSchema>;
export type Site = v.InferOutput<typeof SiteSchema>;
export type Network = v.InferOutput<typeof NetworkSchema>;
export type Colo = v.InferOutput<typeof ColoSchema>;
export type Catalog = v.InferOutput<typeof CatalogSchema>;
