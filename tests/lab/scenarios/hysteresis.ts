import type { ServiceState } from '../../../lib/model/state.ts';
import { plainDataCentres } from '../network/known-names.ts';
import type { WorldDescription } from '../world/description.ts';
import {
  down,
  dropped,
  forged,
  gap,
  impaired,
  legallyRefused,
  offlineInFirefox,
  ok,
  removed,
  resetByName,
  resetOfOneName,
} from './expectations.ts';
import { domains } from './names.ts';
import type { Expectation, Scenario } from './scenario.ts';

const origin = 'the contract, from round to round';
const free: WorldDescription = {};
const offline: WorldDescription = { offline: true };
const cut: WorldDescription = { tls: [{ names: domains.viber, action: 'reset' }] };
const swallowed: WorldDescription = { addressRules: [{ targets: domains.viber, action: 'drop' }] };
const unnamed: WorldDescription = { dns: [{ names: domains.viber, answer: 'nxdomain' }] };
const refusing: WorldDescription = { http: [{ hosts: domains.viber, answer: { status: 451 } }] };
const failing: WorldDescription = { http: [{ hosts: domains.viber, answer: { status: 503 } }] };
const impersonated: WorldDescription = { tls: [{ names: domains.viber, action: 'forged' }] };

/** As in Russia in February 2026, where Max and VK alone open. */
const hindered: WorldDescription = {
  dns: [{ names: ['.whatsapp.com', ...domains.messenger], answer: 'nxdomain' }],
  addressRules: [{ targets: [...domains.telegram, ...plainDataCentres], action: 'drop' }],
  tls: [
    { names: domains.signal, action: 'silent' },
    {
      names: [...domains.viber, ...domains.facetime, ...domains.snapchat, ...domains.discord],
      action: 'reset',
    },
  ],
};

/** All rounds here are a person's own checks, so what gets through is shown at once, until it is confirmed. */
const opening: Expectation = { ...ok, confidence: ['low'] };

/** The state shown for Viber after a series of rounds. Each earlier world is one round. */
export const hysteresisScenarios: Scenario[] = [
  viber('one round of silence after one that got through', {
    before: [free],
    now: swallowed,
    round: dropped,
    shown: ['ok'],
  }),
  viber('two rounds of silence after one that got through', {
    before: [free, swallowed],
    now: swallowed,
    round: dropped,
    shown: ['likely_blocked'],
  }),
  viber('silence, an answer, silence', {
    before: [free, swallowed, free],
    now: swallowed,
    // Connections that fail by chance look the same.
    round: { ...dropped, states: [...dropped.states, 'impaired'] },
    shown: ['ok'],
  }),
  viber('silence, then a reset by name', {
    before: [free, swallowed],
    now: cut,
    round: resetByName,
    // Two failing rounds, the second with proof.
    shown: ['blocked'],
  }),
  viber('one round of resets by name after one that got through', {
    before: [free],
    now: cut,
    round: resetByName,
    // A pair proves it; whether that counts as an artefact, for which one round suffices, is left open.
    shown: ['ok', 'blocked'],
  }),
  viber('two rounds of resets by name after one that got through', {
    before: [free, cut],
    now: cut,
    round: resetByName,
    shown: ['blocked'],
  }),
  viber('451 once is enough', {
    before: [free],
    now: refusing,
    round: legallyRefused,
    shown: ['blocked'],
    core: true,
  }),
  viber('a forged certificate once is enough', {
    before: [free],
    now: impersonated,
    round: forged,
    shown: ['blocked'],
  }),
  viber('the first round sets the state', {
    before: [cut],
    now: cut,
    round: resetByName,
    shown: ['blocked'],
  }),
  viber('one round that gets through after names removed', {
    before: [unnamed],
    now: free,
    round: opening,
    shown: ['ok'],
    core: true,
  }),
  viber('two rounds that get through after names removed', {
    before: [unnamed, free],
    now: free,
    round: ok,
    shown: ['ok'],
    core: true,
  }),
  viber('one round that gets through after resets by name, as when a VPN was switched on', {
    before: [cut],
    now: free,
    round: opening,
    shown: ['ok'],
  }),
  {
    name: 'one round that gets through after services failed in many manners, as when a VPN was switched on',
    origin,
    world: free,
    before: [hindered],
    network: ['normal'],
    services: { max: ok, vk: ok },
    others: opening,
  },
  viber('two rounds that get through after silence', {
    before: [swallowed, free],
    now: free,
    round: opening,
    shown: ['ok'],
  }),
  viber('three rounds that get through after silence', {
    before: [swallowed, free, free],
    now: free,
    round: ok,
    shown: ['ok'],
  }),
  viber('rounds offline lead nowhere', {
    before: [unnamed, offline, offline],
    now: free,
    round: opening,
    shown: ['ok'],
  }),
  viber('names removed in two rounds after one that got through', {
    before: [free, unnamed],
    now: unnamed,
    round: removed,
    shown: ['blocked'],
  }),
  viber('an offline round first, then 451', {
    before: [offline],
    now: refusing,
    round: legallyRefused,
    shown: ['blocked'],
  }),
  viber('one round of 503 after one that got through', {
    before: [free],
    now: failing,
    round: down,
    // The contract counts rounds only for blocks.
    shown: ['ok', 'down'],
  }),
  viber('three rounds of 503 after one that got through', {
    before: [free, failing, failing],
    now: failing,
    round: down,
    shown: ['down'],
  }),
  {
    name: 'a round offline after one that got through',
    origin,
    world: offline,
    before: [free],
    network: ['offline'],
    // Earlier knowledge stays valid, but showing that nothing is known now is also honest.
    others: { ...gap, shown: ['ok', 'insufficient'] },
    withinMs: 15_000,
    firefox: offlineInFirefox,
  },
  {
    name: 'media reset in three rounds after one that got through',
    origin,
    world: { tls: [{ names: ['cdn.discordapp.com'], action: 'reset' }] },
    before: [
      free,
      { tls: [{ names: ['cdn.discordapp.com'], action: 'reset' }] },
      { tls: [{ names: ['cdn.discordapp.com'], action: 'reset' }] },
    ],
    network: ['normal'],
    services: {
      discord: { ...impaired(resetOfOneName, { media: ['likely_blocked'] }), shown: ['impaired'] },
    },
    others: ok,
  },
];

interface Course {
  before: WorldDescription[];
  now: WorldDescription;
  round: Expectation;
  shown: ServiceState[];
  core?: boolean;
}

function viber(name: string, { before, now, round, shown, core }: Course): Scenario {
  return {
    name,
    origin,
    world: now,
    before,
    network: ['normal'],
    services: { viber: { ...round, shown } },
    others: ok,
    ...(core && { core }),
  };
}
