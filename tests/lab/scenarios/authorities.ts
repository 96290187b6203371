import { either, forged, gap, ok, resetByName, shutOff } from './expectations.ts';
import { allowed, domains, neutralNames } from './names.ts';
import type { Expectation, Scenario } from './scenario.ts';

/** Reached, and said to show a certificate that browsers do not know. */
const underNationalRoot: Expectation = {
  states: ['ok'],
  confidence: ['low', 'medium'],
  reasons: ['national-certificate'],
};

/** Certificates of authorities that no browser knows: a service's own, a state's, and an interceptor's. */
export const authorityScenarios: Scenario[] = [
  {
    name: "Max's hosts under a national root that browsers do not know",
    origin: 'Russia: the certificate of Max revoked, June to September 2026',
    core: true,
    world: { nationalRoot: domains.max },
    network: ['normal'],
    services: { max: underNationalRoot },
    others: ok,
  },
  {
    name: "one of VK's two sites under a national root",
    origin: 'Russia: certificates that change one by one',
    world: { nationalRoot: ['vk.ru', '.vk.me'] },
    network: ['normal'],
    // The other site suffices, and nobody is warned there.
    services: { vk: { ...ok, reasons: ['got-through'], targets: { 'vk/web': ['ok'] } } },
    others: ok,
  },
  {
    name: 'every site inside the country under a national root',
    origin: 'Russia: certificates of firms under sanctions revoked, June 2026',
    world: { nationalRoot: allowed },
    network: ['normal'],
    services: { max: underNationalRoot, vk: underNationalRoot },
    others: ok,
  },
  {
    name: 'allowlist, the messengers on it under a national root',
    origin: 'Russia: a mobile allowlist after the certificates have changed',
    world: { allowlist: allowed, nationalRoot: [...domains.max, ...domains.vk, '.ya.ru'] },
    network: ['allowlist'],
    services: { max: underNationalRoot, vk: underNationalRoot },
    others: shutOff,
  },
  {
    name: 'allowlist, everything on it under a national root',
    origin: 'Russia: the same where no domestic site has kept a public certificate',
    world: { allowlist: allowed, nationalRoot: allowed },
    network: ['allowlist'],
    // No certificate at all is good, so none can tell the service from an interceptor (contract, rule 7).
    services: { max: either(ok, gap), vk: either(ok, gap) },
    others: shutOff,
  },
  {
    name: 'Max under a national root, and reset by server name',
    origin: 'a filter abroad of a service whose certificate has changed',
    world: { nationalRoot: domains.max, tls: [{ names: domains.max, action: 'reset' }] },
    network: ['normal'],
    services: { max: resetByName },
    others: ok,
  },
  {
    name: 'Max under a national root, while neutral sites are intercepted',
    origin: 'Kazakhstan: a list of sites intercepted under the state’s root',
    world: {
      nationalRoot: domains.max,
      tls: [{ names: ['.gstatic.com', '.google.com', '.github.com'], action: 'forged' }],
    },
    network: ['normal', 'degraded'],
    services: { max: gap, signal: gap },
    others: either(ok, gap),
  },
  {
    name: 'all neutral sites intercepted, and Max under a national root',
    origin: 'the same, of a list that has all of them',
    world: { nationalRoot: domains.max, tls: [{ names: neutralNames, action: 'forged' }] },
    network: ['degraded'],
    services: { max: gap, signal: gap },
    // Valid certificates are none of an interceptor's.
    others: either(ok, gap),
  },
  {
    name: 'wrong clock, sites inside the country under a national root',
    origin: 'a computer with an empty battery',
    world: { wrongClock: true, nationalRoot: allowed },
    network: ['degraded'],
    others: gap,
  },
  {
    name: 'Signal and Apple intercepted with all their names',
    origin: 'Kazakhstan: forged certificates on 19 networks, OONI 2024',
    world: { tls: [{ names: [...domains.signal, '.apple.com'], action: 'forged' }] },
    network: ['normal'],
    services: { signal: forged, facetime: forged },
    others: ok,
  },
  {
    name: "FaceTime's page reset by server name, its registration alive",
    origin: 'a list that names one host of Apple',
    world: { tls: [{ names: ['facetime.apple.com'], action: 'reset' }] },
    network: ['normal'],
    // The host of registration shows Apple's own authority, as everywhere.
    services: {
      facetime: {
        states: ['blocked', 'likely_blocked'],
        scope: 'service',
        mechanisms: ['reset', 'tls.reset', 'tls.reset.sni'],
        deepest: ['tls.reset'],
        targets: { 'facetime/registration': ['ok'] },
      },
    },
    others: ok,
  },
  {
    name: 'certificates of another name in place of Max',
    origin: 'a filter that answers itself, of a service that may have a national certificate',
    world: { tls: [{ names: domains.max, action: 'wrong-name' }] },
    network: ['normal'],
    services: {
      max: {
        states: ['blocked', 'likely_blocked'],
        mechanisms: ['tls.mitm'],
        deepest: ['tls.mitm'],
        scope: 'service',
      },
    },
    others: ok,
  },
];
