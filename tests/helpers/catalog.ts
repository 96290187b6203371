import type {
  CallControl,
  Catalog,
  Control,
  Resolver,
  Service,
  ServiceRole,
  Target,
} from '../../lib/catalog/schema.ts';

export function aTarget(overrides: Partial<Target> = {}): Target {
  return {
    id: 'chat/web',
    role: 'web',
    kind: 'https',
    urls: ['https://web.chat.example/'],
    method: 'HEAD',
    rule: 'any_http',
    votes: true,
    weight: 1,
    ...overrides,
  };
}

export function aServiceRole(overrides: Partial<ServiceRole> = {}): ServiceRole {
  return { role: 'web', required: true, match: 'all', ...overrides };
}

/** One role, one target: its sentinel. */
export function aService(overrides: Partial<Service> = {}): Service {
  const targets = overrides.targets ?? [aTarget()];
  return {
    id: 'chat',
    name: 'Chat',
    operatorCountry: 'AE',
    enabledByDefault: true,
    sentinel: targets[0]?.id ?? '',
    roles: [aServiceRole()],
    ...overrides,
    targets,
  };
}

export function aControl(overrides: Partial<Control> = {}): Control {
  return {
    id: 'foreign',
    group: 'foreign',
    operator: 'Somebody',
    url: 'https://foreign.example/',
    method: 'HEAD',
    pulse: true,
    ...overrides,
  };
}

export function aCallControl(overrides: Partial<CallControl> = {}): CallControl {
  return {
    id: 'stun',
    group: 'calls-foreign',
    operator: 'Somebody',
    url: 'stun:stun.example:3478',
    ...overrides,
  };
}

export function aResolver(overrides: Partial<Resolver> = {}): Resolver {
  return {
    id: 'trusted',
    url: 'https://trusted.example/dns-query',
    national: false,
    ...overrides,
  };
}

export function aCatalog(overrides: Partial<Catalog> = {}): Catalog {
  return {
    version: '2026-11-25',
    services: [aService()],
    controls: [
      aControl(),
      aControl({ id: 'domestic', group: 'domestic', url: 'https://domestic.example/' }),
    ],
    witnesses: [],
    transferControls: [],
    callControls: [],
    resolvers: [aResolver()],
    canaries: [],
    home: { country: 'RU', languages: ['ru'] },
    echoes: [],
    blockedCanaries: [],
    homeOnlySites: [],
    networks: [],
    colos: [],
    ...overrides,
  };
}
