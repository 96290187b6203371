import type { WorldDescription } from '../world/description.ts';
import { dropped, impaired, ok, removed, resetByName, silentByName } from './expectations.ts';
import { domains, neutralNames } from './names.ts';
import type { Expectation, Scenario } from './scenario.ts';

/** Worlds in which no single observation proves anything: chance, dead witnesses, edges that misbehave. */

function byChance(percent: number): WorldDescription {
  return { tls: [{ names: domains.whatsapp, action: 'reset', percent }] };
}

/** Controls and witnesses, those of some operators. */
const threeWitnesses = ['.github.com', '.google.com', '.amazonaws.com'];
const theControls = ['.gstatic.com', '.cloudflare.com', '.wikipedia.org'];

const steadyReset = { names: domains.viber, action: 'reset' as const };

/** The kinds differ by chance, and labels of pairs are out of reach. */
const mostlyCut: Expectation = {
  states: ['impaired', 'blocked', 'likely_blocked'],
  shown: ['impaired', 'blocked', 'likely_blocked'],
  mechanisms: ['reset', 'tls.reset', 'tls.reset.sni'],
};

const late: Expectation = {
  states: ['impaired', 'ok'],
  mechanisms: ['timeout'],
  mechanismIsOptional: true,
};

const lossyToFive: WorldDescription = {
  addressRules: [
    {
      targets: [
        ...domains.viber,
        ...domains.facetime,
        ...domains.snapchat,
        ...domains.discord,
        ...domains.messenger,
      ],
      action: { lossyPercent: 50 },
    },
  ],
};

/** Packets lost at random: never a label that takes a pair. */
const lost: Expectation = {
  states: ['ok', 'impaired', 'likely_blocked'],
  mechanisms: ['timeout', 'tcp.timeout', 'tls.timeout'],
  // An answer that comes late has no label.
  mechanismIsOptional: true,
};

/** In Firefox a transfer that stalled keeps its host from being judged for 74 s, into the next round by hand. */
const lostInFirefox: Expectation = { ...lost, states: [...lost.states, 'insufficient'] };

export const addingUpScenarios: Scenario[] = [
  {
    name: 'nine of ten connections to one service reset',
    origin: 'Russia: WhatsApp, December 2025: over 90 % of connections failed',
    world: byChance(90),
    steadyRounds: 3,
    network: ['normal'],
    services: { whatsapp: mostlyCut },
    others: ok,
  },
  {
    name: 'half of the packets to five services lost',
    origin: 'overloaded or throttled ways to some networks',
    world: lossyToFive,
    steadyRounds: 2,
    network: ['normal'],
    services: {
      viber: lost,
      facetime: lost,
      snapchat: lost,
      discord: lost,
      messenger: lost,
    },
    others: ok,
    withinMs: 95_000,
    // What begins after 50 s may end after 65; transfers that stop are repeated after 74 s, by two or three of up to 14 s each.
    firefox: {
      services: {
        viber: lostInFirefox,
        facetime: lostInFirefox,
        snapchat: lostInFirefox,
        discord: lostInFirefox,
        messenger: lostInFirefox,
      },
      why: 'chance decides how many connections get through, and a stalled one stays in the way',
      withinMs: 170_000,
    },
  },
  {
    name: 'a steady block while three witnesses never answer',
    origin: 'filters of whole hosting companies',
    world: { tls: [steadyReset, { names: threeWitnesses, action: 'silent' }] },
    steadyRounds: 2,
    network: ['normal'],
    services: { viber: resetByName },
    others: ok,
  },
  {
    name: 'a steady block while all controls but the witnesses are silent',
    origin: 'filters of whole hosting companies',
    world: {
      tls: [steadyReset, { names: theControls, action: 'silent' }],
      addressRules: [{ targets: ['1.1.1.1', '1.0.0.1'], action: 'drop' }],
    },
    steadyRounds: 2,
    network: ['normal'],
    services: { viber: resetByName },
    others: ok,
  },
  {
    name: 'all neutral sites but two are silent',
    origin: 'filters of whole hosting companies',
    world: {
      tls: [
        {
          names: neutralNames.filter((name) => name !== '.debian.org' && name !== '.python.org'),
          action: 'silent',
        },
      ],
    },
    steadyRounds: 2,
    network: ['normal'],
    others: ok,
  },
  {
    name: 'one service answers after nine seconds',
    origin: 'an overloaded service',
    world: { http: [{ hosts: domains.discord, scheme: 'https', delayMs: 9_000 }] },
    steadyRounds: 2,
    network: ['normal'],
    services: { discord: late },
    others: ok,
  },
  {
    name: 'silence of the address for a minute after each reset',
    origin: 'residual censorship: Bock et al., FOCI 2021',
    world: { tls: [{ ...steadyReset, residualMs: 60_000 }] },
    steadyRounds: 2,
    network: ['normal'],
    services: {
      viber: {
        states: ['blocked', 'likely_blocked'],
        confidence: ['medium', 'high'],
        // Chromium repeats a handshake that was cut off by itself, and then sees silence.
        mechanisms: ['reset', 'tls.reset', 'tls.reset.sni', 'timeout', 'tls.timeout'],
        deepestOneOf: ['reset', 'timeout', 'tls.timeout'],
      },
    },
    others: ok,
  },
  {
    name: 'the line dies after the services were asked for the first time',
    origin: 'a train that enters a tunnel',
    world: { tls: [steadyReset] },
    phases: [{ afterMs: 0, onceContacted: 'www.gstatic.com', world: { offline: true } }],
    network: ['degraded', 'offline'],
    others: { states: ['ok', 'insufficient'] },
  },
  {
    name: 'names removed, and one service silent by name, on a network with dead witnesses',
    origin: 'Russia, with filters of hosting companies',
    world: {
      dns: [{ names: domains.whatsapp, answer: 'nxdomain' }],
      tls: [
        { names: domains.signal, action: 'silent' },
        { names: threeWitnesses, action: 'silent' },
      ],
    },
    steadyRounds: 2,
    network: ['normal'],
    services: { whatsapp: removed, signal: silentByName },
    others: ok,
  },
  {
    name: 'a service dropped while every foreign control is reset',
    origin: 'filters of whole hosting companies',
    world: {
      tls: [{ names: theControls, action: 'reset' }],
      addressRules: [{ targets: domains.viber, action: 'drop' }],
    },
    steadyRounds: 2,
    network: ['normal'],
    services: { viber: dropped },
    others: ok,
  },
  {
    name: 'a forged certificate on half of the connections',
    origin: 'interception by one of two machines',
    world: { tls: [{ names: domains.viber, action: 'forged', percent: 50 }] },
    steadyRounds: 3,
    network: ['normal'],
    services: {
      viber: {
        ...impaired({ states: ['impaired'], mechanisms: ['tls.mitm'] }),
        // Where chance forged all connections, or none.
        states: ['impaired', 'blocked', 'ok'],
      },
    },
    others: ok,
    firefox: { why: 'chance decides how many connections are forged' },
  },
];
