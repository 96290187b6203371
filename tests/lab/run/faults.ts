import type { Round } from '../../../lib/model/round.ts';
import type { TargetResult } from '../../../lib/model/service.ts';
import type { NetworkState, ServiceState } from '../../../lib/model/state.ts';
import { plainDataCentres } from '../network/known-names.ts';
import type { Expectation, Scenario } from '../scenarios/scenario.ts';
import type { WorldDescription } from '../world/description.ts';
import { pick, shuffle } from './random.ts';

/** A fault of a single service, and the verdicts that it allows. */
interface Fault {
  name: string;
  service: string;
  world: Pick<WorldDescription, 'dns' | 'tls' | 'http' | 'addressRules'>;
  states: ServiceState[];
}

const faults: Fault[] = [
  {
    name: "WhatsApp's names withheld",
    service: 'whatsapp',
    world: { dns: [{ names: ['.whatsapp.com', '.whatsapp.net', '.wa.me'], answer: 'nxdomain' }] },
    states: ['blocked'],
  },
  {
    name: "Telegram's data centres dropped",
    service: 'telegram',
    world: { addressRules: [{ targets: plainDataCentres, action: 'drop' }] },
    states: ['impaired'],
  },
  {
    name: 'Signal impersonated',
    service: 'signal',
    world: { tls: [{ names: ['.signal.org'], action: 'forged' }] },
    states: ['insufficient', 'blocked'],
  },
  {
    name: 'Viber refused by law',
    service: 'viber',
    world: { http: [{ hosts: ['.viber.com'], answer: { status: 451 } }] },
    states: ['blocked'],
  },
  {
    name: "Viber's ClientHello swallowed",
    service: 'viber',
    world: { tls: [{ names: ['.viber.com'], action: 'silent' }] },
    states: ['likely_blocked', 'blocked'],
  },
  {
    name: "Viber's addresses cut off",
    service: 'viber',
    world: { addressRules: [{ targets: ['.viber.com'], action: 'reset' }] },
    states: ['likely_blocked', 'blocked'],
  },
  {
    name: "FaceTime's certificate expired",
    service: 'facetime',
    world: { tls: [{ names: ['facetime.apple.com'], action: 'expired' }] },
    states: ['down'],
  },
  {
    name: 'Snapchat refused',
    service: 'snapchat',
    world: { addressRules: [{ targets: ['.snapchat.com'], action: 'refuse' }] },
    states: ['likely_blocked', 'blocked'],
  },
  {
    name: 'Snapchat out of order',
    service: 'snapchat',
    world: { http: [{ hosts: ['.snapchat.com'], answer: { status: 503 } }] },
    states: ['down'],
  },
  {
    name: 'Discord reset by name',
    service: 'discord',
    world: { tls: [{ names: ['.discord.com', '.discordapp.com'], action: 'reset' }] },
    states: ['likely_blocked', 'blocked'],
  },
  {
    name: 'Discord wary of robots',
    service: 'discord',
    world: { http: [{ hosts: ['.discord.com'], answer: { status: 403 } }] },
    states: ['ok'],
  },
  {
    name: 'Messenger impersonated',
    service: 'messenger',
    world: { tls: [{ names: ['.facebook.com'], action: 'forged' }] },
    states: ['blocked'],
  },
  {
    name: 'MAX closed by name',
    service: 'max',
    world: { tls: [{ names: ['.max.ru', '.oneme.ru'], action: 'close' }] },
    states: ['likely_blocked', 'blocked'],
  },
  {
    name: 'VK flaky once',
    service: 'vk',
    world: { tls: [{ names: ['api.vk.ru'], action: 'reset', times: 1 }] },
    states: ['ok'],
  },
];

/** Faults of the whole network, and the verdicts that they allow on it and on every service. */
const troubles: {
  name: string;
  world: WorldDescription;
  network: NetworkState[];
  states: ServiceState[];
}[] = [
  { name: 'offline', world: { offline: true }, network: ['offline'], states: ['insufficient'] },
  {
    name: 'captive portal',
    world: { captivePortal: true },
    network: ['captive_portal'],
    states: ['insufficient'],
  },
  {
    name: 'wrong clock',
    world: { wrongClock: true },
    network: ['degraded'],
    states: ['insufficient'],
  },
  // After quick rounds the delay may far exceed the controls' usual median: a degraded network.
  {
    name: 'a long way',
    world: { latencyMs: 150 },
    network: ['normal', 'degraded'],
    states: ['ok'],
  },
  { name: 'a thin line', world: { bytesPerSecond: 200_000 }, network: ['normal'], states: ['ok'] },
];

const troubleChance = 0.2;
const mostFaults = 3;
/** The soak judges the round's own states; shown states depend on earlier rounds. */
const anyState: ServiceState[] = [
  'ok',
  'impaired',
  'blocked',
  'likely_blocked',
  'down',
  'insufficient',
];

/** A world with random faults: of the network, or of up to three services. */
export function drawScenario(random: () => number): Scenario {
  if (random() < troubleChance) {
    const { name, world, network, states } = pick(troubles, random);
    return { name, origin: 'soak', world, network, others: { states, shown: anyState } };
  }
  const count = Math.floor(random() * (mostFaults + 1));
  const drawn = onePerService(shuffle(faults, random)).slice(0, count);
  return {
    name: drawn.map(({ name }) => name).join(', ') || 'nothing wrong',
    origin: 'soak',
    world: {
      dns: drawn.flatMap(({ world }) => world.dns ?? []),
      tls: drawn.flatMap(({ world }) => world.tls ?? []),
      http: drawn.flatMap(({ world }) => world.http ?? []),
      addressRules: drawn.flatMap(({ world }) => world.addressRules ?? []),
    },
    network: ['normal'],
    services: Object.fromEntries(drawn.map(({ service, states }) => [service, seen(states)])),
    others: seen(['ok']),
  };
}

/** Where connections to a service failed in the rounds before, a round may say that most fail, whatever it saw itself. */
export function afterSuch(scenario: Scenario, { services }: Round): Scenario {
  const wavering = services.filter(
    ({ roundState, targets }) => roundState === 'impaired' && targets.some(hasFailedBefore),
  );
  const expected = wavering.map(({ id }) => [id, seen(anyState)] as const);
  return { ...scenario, services: { ...scenario.services, ...Object.fromEntries(expected) } };
}

function hasFailedBefore({ recent, attempts }: TargetResult): boolean {
  return (recent?.failures ?? 0) > attempts.filter(({ ok }) => !ok).length;
}

function seen(states: ServiceState[]): Expectation {
  return { states, shown: anyState };
}

function onePerService(shuffled: readonly Fault[]): Fault[] {
  return [...new Map(shuffled.map((fault) => [fault.service, fault])).values()];
}
