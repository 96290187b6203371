import type {
  CallControl,
  Catalog,
  Control,
  Resolver,
  Service,
  ServiceRole,
  Target,
  TransferControl,
} from '../../lib/catalog/schema.ts';

type Kind = Target['kind'];
type TargetOf<K extends Kind> = Extract<Target, { kind: K }>;

const common = { id: 'chat/web', role: 'web', votes: true } as const;

const usualTargets: { [K in Kind]: TargetOf<K> } = {
  https: {
    ...common,
    kind: 'https',
    urls: ['https://web.chat.example/'],
    method: 'HEAD',
    rule: 'any_http',
  },
  http: { ...common, kind: 'http', urls: ['http://web.chat.example/'], method: 'GET' },
  download: { ...common, kind: 'download', urls: ['https://web.chat.example/'] },
  upload: { ...common, kind: 'upload', urls: ['https://web.chat.example/'] },
  websocket: {
    ...common,
    kind: 'websocket',
    urls: ['wss://web.chat.example/'],
    rule: 'ws_open_or_http_status',
  },
};

/** Of the kind that is asked for, else one request over TLS. */
export function aTarget<K extends Kind = 'https'>(
  overrides: { kind?: K } & Partial<TargetOf<NoInfer<K>>> = {},
): TargetOf<K> {
  return { ...usualTargets[overrides.kind ?? 'https'], ...overrides } as TargetOf<K>;
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
    operator: 'Chat',
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

/** Controls of different operators: two foreign, one domestic. */
export function controlsOfThree(): Control[] {
  return ['foreign-one', 'foreign-two', 'domestic'].map((id) =>
    aControl({
      id,
      operator: `Operator of ${id}`,
      group: id === 'domestic' ? 'domestic' : 'foreign',
      url: `https://${id}.example/`,
    }),
  );
}

export function aTransferControl(overrides: Partial<TransferControl> = {}): TransferControl {
  return {
    id: 'site-download',
    group: 'transfer',
    operator: 'Somebody',
    url: 'https://site.example/',
    kind: 'download',
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
    home: { country: 'RU', languages: ['ru'], cities: [] },
    echoes: [],
    blockedCanaries: [],
    homeOnlySites: [],
    networks: [],
    colos: [],
    ...overrides,
  };
}
