import { household } from '../tunnel/household.ts';
import type {
  ExitDescription,
  TlsRule,
  TunnelDescription,
  WorldDescription,
} from '../world/description.ts';
import { ok, resetByName } from './expectations.ts';
import { domains } from './names.ts';
import type { Expectation, Phase, Scenario } from './scenario.ts';

const exit: ExitDescription = { country: 'NL', asn: 64500, address: '185.65.134.9', hosting: true };

/** Without that of Facebook, on which Messenger stands. */
const canaries = ['.linkedin.com', 'rutracker.org', 'x.com'];
const foreignEchoes = ['1.1.1.1', 'www.cloudflare.com', 'api.ipapi.is', 'api.ipquery.io'];

/** Common to all: the treatment of a caller depends only on the source address of its packets. */
function worldWith(tunnel: TunnelDescription): WorldDescription {
  return {
    tunnel,
    tls: [{ names: canaries, action: 'reset', callers: [household.address] }],
    http: [
      {
        hosts: ['www.gosuslugi.ru', 'www.pochta.ru'],
        answer: { status: 403 },
        callers: [exit.address],
      },
    ],
  };
}

const well = {
  network: ['normal'],
  others: ok,
  browser: { timeZone: 'Europe/Moscow' },
} satisfies Partial<Scenario>;

/** Connections break when the route changes: no service's fault, but too little evidence may remain. */
const amidst = {
  browser: { timeZone: 'Europe/Moscow' },
  network: ['normal', 'degraded'],
  others: { states: ['ok', 'insufficient'], shown: ['ok', 'insufficient'] },
} satisfies Partial<Scenario>;

const blockedAtHome: TlsRule = {
  names: [...canaries, ...domains.viber, ...domains.snapchat, ...domains.discord],
  callers: [household.address],
  action: 'reset',
};

/** A gap: nobody asked. */
const notAsked: Expectation = { states: ['insufficient'], shown: ['insufficient'] };

/** A real OpenVPN with its exit in another namespace: echo services answer by the source address. */
export const tunnelScenarios: Scenario[] = [
  {
    ...well,
    name: 'tunnel: everything goes through it',
    origin: 'OpenVPN with redirect-gateway',
    world: worldWith({ exit }),
    routing: ['vpn_likely'],
    routingIsKnowable: true,
    routingAtLeast: 'medium',
    core: true,
  },
  {
    ...well,
    name: 'tunnel: home is not asked through it',
    origin: 'OpenVPN with redirect-gateway, and the choices of a person who ticked nothing',
    world: worldWith({ exit }),
    browser: { ...well.browser, leavesOutHome: true },
    services: { max: notAsked, vk: notAsked },
    routing: ['vpn_likely'],
    routingIsKnowable: true,
    routingSignals: { unseen: ['exits-same', 'exits-differ', 'home-only-refuses'] },
  },
  {
    ...well,
    name: 'tunnel: foreign sites go through it, and home is not asked',
    origin:
      'OpenVPN with routes for some networks: that it is split shows only to those who ask home',
    world: worldWith({ exit, carries: [...foreignEchoes, ...canaries] }),
    browser: { ...well.browser, leavesOutHome: true },
    services: { max: notAsked, vk: notAsked },
    routing: ['vpn_likely'],
    routingIsKnowable: true,
  },
  {
    ...well,
    name: 'tunnel: switched off, and home is asked',
    origin: 'the same computer, the same internet',
    world: worldWith({ exit, isOff: true }),
    browser: { ...well.browser, leavesOutHome: true },
    routing: ['direct'],
    routingIsKnowable: true,
    routingAtLeast: 'medium',
  },
  {
    ...well,
    name: 'tunnel: switched off',
    origin: 'the same computer, the same internet',
    world: worldWith({ exit, isOff: true }),
    routing: ['direct'],
    routingIsKnowable: true,
    routingAtLeast: 'medium',
  },
  {
    ...well,
    name: 'tunnel: foreign sites go through it, domestic ones beside it',
    origin: 'OpenVPN with routes for some networks',
    world: worldWith({ exit, carries: [...foreignEchoes, ...canaries] }),
    routing: ['split'],
    routingIsKnowable: true,
    routingAtLeast: 'medium',
  },
  {
    ...well,
    name: 'tunnel: blocked sites go through it, echo services beside it',
    origin: 'OpenVPN with routes for what is blocked; not to be told from a way past the filters',
    world: worldWith({ exit, carries: canaries }),
    routing: ['direct'],
    routingAtMost: 'low',
  },
  {
    ...well,
    name: 'tunnel: calls go through it like pages',
    origin: 'OpenVPN with redirect-gateway; STUN sees the exit',
    world: worldWith({ exit }),
    browser: { ...well.browser, settings: { compareCalls: true } },
    routing: ['vpn_likely'],
    routingIsKnowable: true,
    routingSignals: { seen: ['calls-same'], unseen: ['calls-differ'] },
  },
  {
    ...well,
    name: 'tunnel: calls go beside it, as it carries TCP alone',
    origin: 'what a proxy in the browser does; STUN sees the household',
    world: worldWith({ exit, carriesTcpOnly: true }),
    browser: { ...well.browser, settings: { compareCalls: true } },
    routing: ['vpn_likely'],
    routingIsKnowable: true,
    routingSignals: { seen: ['calls-differ'], unseen: ['calls-same'] },
  },
  {
    ...well,
    name: 'tunnel: calls go beside it, and nobody asked to compare them',
    origin: 'the same without the tick',
    world: worldWith({ exit, carriesTcpOnly: true }),
    routing: ['vpn_likely'],
    routingIsKnowable: true,
    routingSignals: { unseen: ['calls-same', 'calls-differ'] },
  },
  {
    ...well,
    name: 'tunnel: calls are compared without one',
    origin: 'the household behind its own translator',
    world: worldWith({ exit, isOff: true }),
    browser: { ...well.browser, settings: { compareCalls: true } },
    routing: ['direct'],
    routingIsKnowable: true,
    routingSignals: { seen: ['calls-same'], unseen: ['calls-differ'] },
  },
  {
    ...amidst,
    name: 'tunnel: switched on while the echo services answer',
    origin: 'the exit changes in the middle of a round',
    world: worldWith({ exit, isOff: true }),
    phases: [once('api.ipquery.io', 'up')],
    routing: ['vpn_likely'],
    routingGuesses: ['direct', 'split'],
  },
  {
    ...amidst,
    name: 'tunnel: switched on before the echo services answer',
    origin: 'the exit changes in the middle of a round',
    world: worldWith({ exit, isOff: true }),
    phases: [once('ya.ru', 'up')],
    routing: ['vpn_likely'],
    routingGuesses: ['direct', 'split'],
  },
  {
    ...amidst,
    name: 'tunnel: switched off while the echo services answer',
    origin: 'the exit changes in the middle of a round',
    world: worldWith({ exit }),
    phases: [once('api.ipquery.io', 'down')],
    routing: ['direct'],
    routingGuesses: ['vpn_likely', 'split'],
  },
  {
    ...amidst,
    name: 'tunnel: switched off before the echo services answer',
    origin: 'the exit changes in the middle of a round',
    world: worldWith({ exit }),
    phases: [once('ya.ru', 'down')],
    routing: ['direct'],
    routingGuesses: ['vpn_likely', 'split'],
  },
  {
    ...well,
    name: 'tunnel: one blocked service goes through it, and another beside it',
    origin: 'a list for one messenger, on the computer',
    world: {
      tunnel: { exit, carries: domains.viber },
      tls: [
        {
          names: [...canaries, ...domains.viber, ...domains.snapchat],
          callers: [household.address],
          action: 'reset',
        },
      ],
    },
    routing: ['direct', 'split'],
    services: { snapchat: resetByName },
  },
  {
    ...well,
    name: 'tunnel: everything went through it, and now two of three blocked services do',
    origin: 'a person who tries out settings',
    before: [
      { tunnel: { exit, isOff: true }, tls: [blockedAtHome] },
      { tunnel: { exit }, tls: [blockedAtHome] },
    ],
    world: {
      tunnel: { exit, carries: [...domains.viber, ...domains.snapchat] },
      tls: [blockedAtHome],
    },
    services: { discord: { ...resetByName, shown: ['ok', 'blocked'] } },
  },
];

function once(onceContacted: string, tunnel: NonNullable<Phase['tunnel']>): Phase {
  return { afterMs: 0, onceContacted, tunnel };
}
