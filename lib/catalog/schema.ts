import * as v from 'valibot';
import { CallControlSchema, ControlSchema, TransferControlSchema } from './control-schema.ts';
import {
  atLeastOne,
  Country,
  Day,
  FilledText,
  Host,
  Id,
  Language,
  RoleName,
  type TransferKindSchema,
} from './fields.ts';
import {
  CitySchema,
  ColoSchema,
  EchoSchema,
  NetworkSchema,
  SiteSchema,
} from './landmark-schema.ts';
import { CanarySchema, ResolverSchema } from './resolver-schema.ts';
import { TargetSchema } from './target-schema.ts';

/** One role of a service, and how its targets decide its state. */
const ServiceRoleSchema = v.strictObject({
  role: RoleName,
  required: v.boolean(),
  /** Whether all voting targets must get through, or any one. */
  match: v.picklist(['all', 'any']),
  /** The role without which this one is useless to a person, such as media without a login. */
  needs: v.optional(RoleName),
  /**
   * No target of the service can be probed for this role. Call controls show whether the network blocks
   * it, and nothing about the service.
   */
  byCallControls: v.optional(v.literal(true)),
});

/** A messenger with its roles and targets. */
export const ServiceSchema = v.strictObject({
  id: Id,
  name: FilledText,
  /** Who runs it, named as controls name theirs. */
  operator: FilledText,
  operatorCountry: Country,
  /** Domains of its operator beside those of its targets: what its answers may lead to. */
  domains: v.optional(v.array(Host)),
  enabledByDefault: v.boolean(),
  /** The id of the one target that a pulse probes. */
  sentinel: Id,
  roles: v.pipe(v.array(ServiceRoleSchema), v.minLength(1, atLeastOne)),
  targets: v.pipe(v.array(TargetSchema), v.minLength(1, atLeastOne)),
});

/** Everything that rounds may probe. */
export const CatalogSchema = v.strictObject({
  version: Day,
  services: v.array(ServiceSchema),
  controls: v.array(ControlSchema),
  /**
   * Probed within a round, each once. A control that was probed before answers over its open connection
   * even after the resolver has failed or a captive portal has appeared.
   */
  witnesses: v.array(ControlSchema),
  /** Probed only after a suspicious transfer. */
  transferControls: v.array(TransferControlSchema),
  /** Probed at the end of a full round. */
  callControls: v.array(CallControlSchema),
  resolvers: v.array(ResolverSchema),
  canaries: v.array(CanarySchema),
  /** Where the person is at home: the country whose filters and sites the lists describe. */
  home: v.strictObject({
    /** Null where it is unknown; then no list names anything inside a country. */
    country: v.nullable(Country),
    /** ISO 639-1; none where there are no data of the country. */
    languages: v.array(Language),
    /** The cities of its time zones. */
    cities: v.array(CitySchema),
    /** Ids of services whose calls are known to be limited there. */
    limitedCalls: v.optional(v.array(Id)),
  }),
  /** In the order in which they are queried. */
  echoes: v.array(EchoSchema),
  /** Sites long blocked at home; they open if traffic bypasses the filters. */
  blockedCanaries: v.array(SiteSchema),
  /** Sites that refuse callers from abroad. */
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
export type Echo = v.InferOutput<typeof EchoSchema>;
export type Site = v.InferOutput<typeof SiteSchema>;
export type Network = v.InferOutput<typeof NetworkSchema>;
export type Colo = v.InferOutput<typeof ColoSchema>;
export type Catalog = v.InferOutput<typeof CatalogSchema>;
