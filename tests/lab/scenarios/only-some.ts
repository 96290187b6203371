import { plainDataCentres } from '../network/known-names.ts';
import type { WorldDescription } from '../world/description.ts';
import { gap, ok, shutOff } from './expectations.ts';
import {
  bareServers,
  controlsOf,
  domains,
  neutralNames,
  resolverAddresses,
  resolverNames,
} from './names.ts';
import { toPortal } from './portal.ts';
import type { Scenario } from './scenario.ts';

type Service = keyof typeof domains;

function namesBut(...open: Service[]): string[] {
  const closed = Object.entries(domains).filter(([id]) => !open.includes(id as Service));
  return [...neutralNames, ...controlsOf('RU'), ...closed.flatMap(([, names]) => names)];
}

/** A portal that answers in place of all servers but those of some services. */
function portalBut(action: 'forged' | 'reset', ...open: Service[]): WorldDescription {
  return {
    tls: [{ names: namesBut(...open), action }],
    addressRules: [{ targets: resolverAddresses, action: 'drop' }],
    http: [toPortal],
  };
}

/** Networks on which single services open, and no site that shows whether the network works. */
export const onlySomeScenarios: Scenario[] = [
  {
    name: 'a plane that lets one messenger through',
    origin: 'messages free of charge on board, a portal for the rest',
    world: portalBut('forged', 'whatsapp'),
    network: ['captive_portal'],
    services: { whatsapp: ok },
    others: gap,
  },
  {
    name: 'a plane that lets two messengers through and cuts the rest',
    origin: 'messages free of charge on board, a portal for the rest',
    world: portalBut('reset', 'whatsapp', 'viber'),
    network: ['captive_portal'],
    services: { whatsapp: ok, viber: ok },
    others: gap,
  },
  {
    name: 'a plane after payment',
    origin: 'a portal that has let a person in',
    before: [portalBut('forged', 'whatsapp')],
    world: {},
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a tariff with messengers only',
    origin: 'a mobile operator: messages without a data plan',
    world: { allowlist: [...domains.whatsapp, ...domains.telegram, ...plainDataCentres] },
    network: ['allowlist'],
    services: { whatsapp: ok, telegram: ok },
    others: shutOff,
  },
  {
    name: 'one messenger alone opens',
    origin: 'a mobile operator: one messenger without a data plan',
    world: { allowlist: domains.viber },
    network: ['allowlist'],
    services: { viber: ok },
    others: shutOff,
  },
  {
    name: 'an empty line that forges every certificate',
    origin: 'a box that answers all TLS in its own name, and nothing else',
    world: {
      tls: [{ names: ['*'], action: 'forged' }],
      addressRules: [{ targets: [...resolverAddresses, ...plainDataCentres], action: 'drop' }],
      http: [{ hosts: ['*'], scheme: 'http', answer: 'silent' }],
    },
    network: ['degraded', 'offline'],
    others: gap,
  },
  {
    name: 'a plane with a tariff for text of one messenger, whose pictures are dropped',
    origin: 'messaging passes of airlines',
    world: {
      tls: [
        { names: [...namesBut('whatsapp'), ...resolverNames], action: 'reset' },
        { names: ['.whatsapp.net'], action: 'silent' },
      ],
      addressRules: [{ targets: bareServers, action: 'reset' }],
      http: [toPortal],
    },
    network: ['captive_portal', 'allowlist'],
    services: {
      whatsapp: {
        states: ['impaired'],
        mechanisms: ['timeout', 'tls.timeout', 'tls.timeout.sni'],
        mechanismIsOptional: true,
      },
    },
    others: gap,
    withinMs: 120_000,
  },
];
