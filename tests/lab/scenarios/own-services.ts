import type { OwnServiceDraft } from '../../../lib/model/own-service.ts';
import {
  cutOff,
  down,
  dropped,
  either,
  forged,
  handshakeFails,
  legallyRefused,
  nameGone,
  ok,
  refused,
  removed,
  resetByName,
  resetOfOneName,
  silentByName,
  warningPage,
} from './expectations.ts';
import { domains, everyResolver, stubAddress, warning } from './names.ts';
import { type Expectation, ownId, type Scenario } from './scenario.ts';

/** Services that are off by default, and those that a person adds, for which nobody vouches. */

function own(name: string, place: string, contains: string | null = null): OwnServiceDraft {
  return { name, url: `https://${place}`, contains };
}

const nowhere = ['chat.no-such-firm.org', '.line.me', '.line-apps.com'];

/** One name at one address: whatever gets through without it, nothing is proven (contract, section 1). */
const unproven = {
  states: ['likely_blocked'],
  confidence: ['low', 'medium'],
} satisfies Expectation;

const silentAtOneName: Expectation = { ...unproven, mechanisms: ['timeout', 'tls.timeout'] };

export const ownServiceScenarios: Scenario[] = [
  {
    name: 'eleven services that are off by default, each in a way of its own',
    origin: 'the catalogue beyond its defaults',
    browser: {
      services: [
        'imo',
        'threema',
        'element',
        'wire',
        'teams',
        'zoom',
        'meet',
        'line',
        'kakaotalk',
        'wechat',
        'roblox',
      ],
    },
    world: {
      tls: [
        {
          names: ['meet.google.com', 'meetings.googleapis.com', 'meetings.clients6.google.com'],
          action: 'silent',
        },
        { names: ['.wire.com'], action: 'forged' },
        { names: ['.microsoft.com', '.live.com', '.cloud.microsoft'], action: 'reset' },
        { names: ['.kakaocorp.com', '.kakaocdn.net'], action: 'expired' },
      ],
      dns: [{ names: ['.threema.ch', ...nowhere], answer: 'nxdomain' }],
      doh: everyResolver(nowhere, 'nxdomain'),
      http: [
        { hosts: ['.element.io', '.matrix.org'], scheme: 'https', answer: { status: 503 } },
        { hosts: ['imo.im'], scheme: 'https', answer: { status: 451 } },
        { hosts: ['.roblox.com'], scheme: 'https', answer: { status: 403 } },
        {
          hosts: ['web.wechat.com'],
          scheme: 'https',
          answer: { status: 302, headers: { location: 'https://www.wechat.com/' } },
        },
      ],
      addressRules: [{ targets: ['zoom.us', 'st1.zoom.us'], action: 'drop' }],
    },
    network: ['normal'],
    services: {
      imo: legallyRefused,
      threema: removed,
      element: down,
      wire: forged,
      teams: resetByName,
      zoom: dropped,
      meet: silentByName,
      line: nameGone,
      kakaotalk: { states: ['down'] },
    },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'seven sites that a person added and that are merely misconfigured',
    origin: 'an organisation’s own chat',
    browser: {
      services: ['signal', 'vk'],
      ownServices: [
        own('missing', 'chat.firm-a.org/no/such/page'),
        own('nowhere', 'chat.no-such-firm.org/'),
        own('expired', 'chat.firm-b.org/'),
        own('untrusted', 'chat.firm-c.org/'),
        own('other name', 'chat.firm-d.org/'),
        own('text', 'chat.firm-e.org/', 'a text that is not there'),
        own('closed', 'chat.firm-f.org/'),
      ],
    },
    world: {
      dns: [{ names: nowhere, answer: 'nxdomain' }],
      doh: everyResolver(nowhere, 'nxdomain'),
      tls: [
        { names: ['chat.firm-b.org'], action: 'expired' },
        { names: ['chat.firm-c.org'], action: 'forged' },
        { names: ['chat.firm-d.org'], action: 'wrong-name' },
      ],
      http: [{ hosts: ['chat.firm-a.org'], answer: { status: 404 } }],
      addressRules: [{ targets: ['chat.firm-f.org'], action: 'refuse' }],
    },
    network: ['normal'],
    services: {
      [ownId('nowhere')]: nameGone,
      [ownId('expired')]: { states: ['down'] },
      [ownId('untrusted')]: { ...unproven, mechanisms: ['tls.mitm'] },
      [ownId('other name')]: { ...unproven, mechanisms: ['tls.mitm'] },
      [ownId('closed')]: refused,
    },
    others: ok,
  },
  {
    name: 'eight sites that a person added, under eight mechanisms',
    origin: 'a person’s own services on a filtered line',
    browser: {
      services: ['whatsapp', 'signal', 'vk'],
      ownServices: [
        own('reset', 'chat.firm-a.org/'),
        own('silent', 'chat.firm-b.org/'),
        own('withheld', 'chat.firm-c.org/'),
        own('dropped', 'chat.firm-d.org/'),
        own('law', 'chat.firm-e.org/'),
        own('page', 'chat.firm-f.org/', 'chat.firm-f.org'),
        own('neutral', 'www.python.org/'),
        own('relative', 'faq.whatsapp.com/'),
      ],
    },
    world: {
      tls: [
        { names: ['chat.firm-a.org', 'www.python.org'], action: 'reset' },
        { names: ['chat.firm-b.org'], action: 'silent' },
      ],
      dns: [
        { names: ['chat.firm-c.org', ...domains.whatsapp], answer: 'nxdomain' },
        { names: ['chat.firm-f.org'], answer: { addresses: [stubAddress] } },
      ],
      http: [
        { hosts: ['chat.firm-e.org'], answer: { status: 451 } },
        { hosts: ['chat.firm-f.org'], answer: { status: 302, headers: { location: warning } } },
      ],
      addressRules: [{ targets: ['chat.firm-d.org'], action: 'drop' }],
    },
    network: ['normal'],
    services: {
      [ownId('reset')]: resetOfOneName,
      [ownId('silent')]: silentAtOneName,
      [ownId('withheld')]: removed,
      [ownId('dropped')]: dropped,
      [ownId('law')]: legallyRefused,
      [ownId('page')]: warningPage,
      [ownId('neutral')]: resetOfOneName,
      [ownId('relative')]: removed,
      whatsapp: removed,
    },
    others: ok,
    withinMs: 130_000,
  },
  {
    name: 'four sites that a person added, whose servers reject their names in four ways',
    origin: 'virtual hosts that are switched off',
    browser: {
      services: [],
      ownServices: [
        own('alert', 'chat.firm-a.org/'),
        own('end', 'chat.firm-b.org/'),
        own('reset', 'chat.firm-c.org/'),
        own('silence', 'chat.firm-d.org/'),
      ],
    },
    world: {
      tls: [
        { names: ['chat.firm-a.org'], action: 'alert' },
        { names: ['chat.firm-b.org'], action: 'close' },
        { names: ['chat.firm-c.org'], action: 'reset' },
        { names: ['chat.firm-d.org'], action: 'silent' },
      ],
    },
    network: ['normal'],
    services: {
      [ownId('alert')]: { ...handshakeFails, ...unproven },
      [ownId('end')]: either(resetOfOneName, cutOff),
      [ownId('reset')]: either(resetOfOneName, cutOff),
      [ownId('silence')]: silentAtOneName,
    },
    others: ok,
    withinMs: 130_000,
  },
];
