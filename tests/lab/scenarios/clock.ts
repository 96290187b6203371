import { either, gap, ok, removed, resetByName } from './expectations.ts';
import { domains, resolverAddresses, resolverNames } from './names.ts';
import type { Scenario } from './scenario.ts';

/** Discord's certificates are not valid yet, or no more, by this computer's clock. */
const misdated = { names: domains.discord, action: 'expired' } as const;

/** The computer's clock is weeks off: some certificates look out of date. */
export const clockScenarios: Scenario[] = [
  {
    name: 'a clock three weeks behind',
    origin: 'a computer that was off for long; certificates renewed since are not valid yet',
    core: true,
    world: { clockAheadDays: -21, tls: [misdated] },
    network: ['degraded'],
    trouble: 'clock',
    services: { discord: gap },
    others: ok,
  },
  {
    name: 'a clock three weeks ahead',
    origin: 'a date mistyped; certificates near their end look expired',
    world: { clockAheadDays: 21, tls: [misdated] },
    network: ['degraded'],
    trouble: 'clock',
    services: { discord: gap },
    others: ok,
  },
  {
    name: 'a clock three weeks behind, beside a steady reset',
    origin: 'a wrong date excuses certificates and nothing else',
    world: {
      clockAheadDays: -21,
      tls: [misdated, { names: domains.whatsapp, action: 'reset' }],
    },
    network: ['degraded'],
    trouble: 'clock',
    services: { discord: gap, whatsapp: resetByName },
    others: ok,
  },
  {
    name: 'a clock weeks off, by which some neutral sites are out of date too',
    origin: 'certificates of 90 days, renewed at different times',
    world: {
      clockAheadDays: -21,
      tls: [
        misdated,
        { names: ['www.gstatic.com', 'ru.wikipedia.org', 'github.com'], action: 'expired' },
      ],
    },
    network: ['degraded'],
    trouble: 'clock',
    services: { discord: gap },
    others: ok,
  },
  {
    name: 'a clock years off, by which every certificate is out of date',
    origin: 'a computer with an empty battery, whose plain requests still tell the time',
    world: { clockAheadDays: -2000, wrongClock: true },
    network: ['degraded'],
    trouble: 'clock',
    others: gap,
  },
  {
    name: 'a clock that is an hour off',
    origin: 'a time zone set wrongly',
    world: { clockAheadDays: 1 / 24 },
    network: ['normal'],
    others: ok,
  },
  {
    name: 'a clock five days ahead, names withheld, and another service reset by name',
    origin: 'a laptop whose battery was empty, on a filtered line',
    world: {
      clockAheadDays: 5,
      dns: [{ names: domains.viber, answer: 'nxdomain' }],
      tls: [{ names: domains.discord, action: 'reset' }],
    },
    network: ['degraded'],
    trouble: 'clock',
    services: { viber: either(removed, gap), discord: either(resetByName, gap) },
    others: either(ok, gap),
  },
  {
    name: 'the clock jumps three weeks ahead between two checks, as names are withheld',
    origin: 'a date mistyped, on a filtered line',
    before: [{ tls: [{ names: domains.viber, action: 'reset' }] }],
    world: {
      clockAheadDays: 21,
      tls: [
        { names: domains.viber, action: 'reset' },
        { names: domains.snapchat, action: 'expired' },
      ],
      dns: [{ names: domains.discord, answer: 'nxdomain' }],
    },
    network: ['degraded'],
    trouble: 'clock',
    services: {
      viber: either(resetByName, gap),
      snapchat: { ...gap, shown: ['ok', 'insufficient'] },
      discord: { ...either(removed, gap), shown: ['ok', 'blocked', 'insufficient'] },
    },
    others: either(ok, gap),
  },
];

/** Nothing is found by its name, while servers answer at their addresses. */
export const namelessScenarios: Scenario[] = [
  {
    name: 'secure DNS is blocked, and addresses answer',
    origin: "the resolver's own operator is the only one to be silent",
    world: {
      tls: [{ names: resolverNames, action: 'reset' }],
      addressRules: [{ targets: [...resolverAddresses, 'cloudflare-dns.com'], action: 'drop' }],
    },
    browser: { secureDns: 'https://cloudflare-dns.com/dns-query' },
    network: ['degraded'],
    trouble: 'resolver',
    others: gap,
    withinMs: 20_000,
    // It falls silent in place of saying that a name fails.
    firefox: { network: ['degraded', 'offline'] },
  },
  {
    name: 'no name is found, and addresses answer',
    origin: "a router's resolver that hangs",
    world: {
      dns: [{ names: ['*'], answer: 'servfail' }],
      addressRules: [{ targets: resolverAddresses, action: 'drop' }],
    },
    network: ['degraded'],
    trouble: 'resolver',
    others: gap,
  },
  {
    name: 'only an address at home answers, and no name is found',
    origin: 'a broken resolver where foreign addresses are closed',
    world: {
      dns: [{ names: ['*'], answer: 'servfail' }],
      allowlist: ['77.88.8.8'],
    },
    network: ['degraded'],
    trouble: 'resolver',
    others: gap,
  },
  {
    name: "the browser's secure DNS goes silent in mid-round",
    origin: 'a filter of secure DNS that comes on while we ask',
    world: {},
    browser: { secureDns: 'https://1.1.1.1/dns-query' },
    phases: [
      {
        afterMs: 1500,
        onceContacted: 'web.whatsapp.com',
        world: { addressRules: [{ targets: resolverAddresses, action: 'drop' }] },
      },
    ],
    network: ['normal', 'degraded'],
    others: either(ok, gap),
    withinMs: 110_000,
  },
];
