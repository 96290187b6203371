import { describe, expect, it } from 'vitest';
import { readCatalogFile } from '../../../../lib/catalog/file/read.ts';
import { builtIn } from '../../../../lib/catalog/index.ts';
import { aCatalogFile, withPlace } from '../../../helpers/catalog-file.ts';

const file = aCatalogFile();
const placeOf = (list: readonly { id: string }[], id: string) =>
  list.findIndex((one) => one.id === id);
const telegram = placeOf(file.services, 'telegram');
const portal = file.controls.findIndex(({ group }) => group === 'portal');
const targetUrl = 'services.0.targets.0.urls.0';
const socket = `services.${telegram}.targets.${placeOf(
  file.services[telegram]?.targets ?? [],
  'telegram/socket',
)}.urls.0`;

function problemWith(path: string, value: unknown) {
  return readCatalogFile(withPlace(path, value, file), builtIn);
}

describe('an address in a file', () => {
  it.each([
    'https://localhost/',
    'https://printer.local/',
    'https://intranet/',
    'https://one.example/',
    'https://127.0.0.1/',
    'https://10.0.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/',
    'https://100.64.0.1/',
    'https://198.18.0.1/',
    'https://0.0.0.0/',
    'https://224.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[2606:4700::1]/',
  ])('is public: not %s', (url) => {
    expect(problemWith(targetUrl, url)).toMatchObject({ field: targetUrl, rule: 'public' });
  });

  it.each([
    'https://user:secret@chat.example.org/',
    'https://chat.example.org:8443/',
    'https://chat.example.org/#me',
    'https://chat.example.org',
    'https://CHAT.example.org/',
    'https://chat.example.org/a/../b',
    'https://chat.example.org/?token=0123456789abcdef0',
    'https://chat.example.org/invite/79161234567',
    'https://chat.example.org/me@example.org',
    'https://chat.example.org/%D1%8F',
    'https://u1234567.example.org/',
    `https://chat.example.org/${'long/'.repeat(20)}`,
  ])('is bare, so that it cannot name a person: not %s', (url) => {
    expect(problemWith(targetUrl, url)).toMatchObject({ field: targetUrl, rule: 'bare' });
  });

  it.each(['https://g.whatsapp.net/', 'https://e7.whatsapp.net/'])(
    'is none of a host that resets every browser: not %s',
    (url) => {
      expect(problemWith(targetUrl, url)).toMatchObject({ rule: 'unreachable' });
    },
  );

  it.each([
    'https://chat.example.org/',
    'https://chat.example.org/api/v2/status.json?format=json',
    'https://93.184.216.34/',
    'https://xn--80ak6aa92e.com/',
  ])('may be %s', (url) => {
    expect(problemWith(targetUrl, url)).not.toHaveProperty('rule');
  });

  it.each([
    ['a new host over WebSocket', socket, 'wss://socket.example.org/chat'],
    ['a new host over plain HTTP', `controls.${portal}.url`, 'http://portal.example.org/'],
  ])('is none for which the extension cannot ask: %s', (_, path, url) => {
    expect(problemWith(path, url)).toMatchObject({ field: path, rule: 'permitted' });
  });

  it('may be a further path of a socket that is asked already', () => {
    expect(problemWith(socket, 'wss://venus.web.telegram.org/other')).not.toHaveProperty('rule');
  });

  it.each([
    'witnesses.0.url',
    'controls.0.url',
    'resolvers.0.url',
    'transferControls.0.url',
    'countries.0.controls.0.url',
  ])('is none over plain HTTP at %s', (path) => {
    const problem = problemWith(path, 'http://detectportal.firefox.com/success.txt');

    expect(problem).toMatchObject({ field: path });
    // The schema itself refuses some.
    expect(problem).toMatchObject({ rule: path.startsWith('transfer') ? 'shape' : 'https' });
  });

  it.each(['stun:router.lan:3478', 'stun:192.168.0.1:3478'])(
    'of a server for calls is public, too: not %s',
    (url) => {
      expect(problemWith('callControls.0.url', url)).toMatchObject({ rule: 'public' });
    },
  );
});

describe('a service in a file', () => {
  it.each([
    ['services.0.name', 'x'.repeat(61), 'services.0.name', 'text'],
    ['services.0.operator', 'Me\u202Eta', 'services.0.operator', 'text'],
    ['services.0.id', 'own-1', 'services.0.id', 'prefix'],
    ['services.0.targets.0.id', 'telegram/other', 'services.0.targets.0.id', 'prefix'],
    ['services.0.sentinel', 'whatsapp/nothing', 'services.0.sentinel', 'sentinel'],
    ['services.0.roles.0.required', false, 'services.0.sentinel', 'sentinel'],
    ['services.0.roles.1.role', 'web', 'services.0.roles.1', 'once'],
    ['services.0.roles.0.needs', 'login', 'services.0.sentinel', 'sentinel'],
    ['services.1.roles.2.needs', 'registration', 'services.1.roles.2.needs', 'known'],
    ['services.0.roles.0.byCallControls', true, 'services.0.roles.0', 'role'],
    ['services.0.targets.0.votes', false, 'services.0.sentinel', 'sentinel'],
    ['services.1.id', 'whatsapp', 'services.1.targets.0.id', 'prefix'],
  ])('keeps the rules of services: %s %j', (path, value, field, rule) => {
    expect(problemWith(path, value)).toMatchObject({ field, rule });
  });
});

describe('the lists of a file', () => {
  const [first] = file.services;
  const off = file.services.map((one) => ({ ...one, enabledByDefault: false }));
  const on = file.services.map((one) => ({ ...one, enabledByDefault: true }));
  const many = <One>(one: One | undefined, count: number) =>
    Array.from({ length: count }, () => one);

  it.each([
    ['services', off],
    ['controls', file.controls.filter(({ id }) => id !== 'cloudflare')],
    ['controls', file.controls.filter(({ group }) => group !== 'portal')],
    ['controls', file.controls.filter(({ group }) => group !== 'dns')],
    ['controls', file.controls.filter(({ id }) => id !== 'advertising')],
    ['witnesses', file.witnesses.slice(0, 4)],
    ['transferControls', file.transferControls.slice(0, 1)],
    ['callControls', file.callControls.slice(0, 1)],
    ['resolvers', file.resolvers.slice(0, 1)],
  ])('have enough for a round: %s', (path, value) => {
    expect(problemWith(path, value)).toMatchObject({ field: path, rule: 'enough' });
  });

  it.each([
    ['services', on],
    ['services.0.targets.0.urls', many(first?.targets[0]?.urls[0], 9)],
  ])('have no more than a round can ask: %s', (path, value) => {
    expect(problemWith(path, value)).toMatchObject({ field: path, rule: 'few' });
  });

  it('have enough controls of each country', () => {
    const path = 'countries.0.controls';
    const [control] = file.countries[0]?.controls ?? [];
    const twice = [control, { ...control, id: 'other' }];

    expect(problemWith(path, twice)).toMatchObject({ field: path, rule: 'enough' });
  });

  it.each([
    ['witnesses.1.id', file.witnesses[0]?.id],
    ['witnesses.1.id', file.controls[0]?.id],
    ['resolvers.1.id', file.resolvers[0]?.id],
    ['countries.1.country', file.countries[0]?.country],
    ['countries.1.controls.0.id', file.countries[0]?.controls[0]?.id],
  ])('have each id once: %s %s', (path, value) => {
    expect(problemWith(path, value)).toMatchObject({ field: path, rule: 'once' });
  });

  it('have each service once', () => {
    expect(problemWith('services', [...file.services, first])).toMatchObject({
      field: `services.${file.services.length}.id`,
      rule: 'once',
    });
  });

  it('name only what the file has', () => {
    const russia = file.countries.findIndex(({ country }) => country === 'RU');
    const limited = file.countries.findIndex(({ callLimits }) => callLimits !== undefined);
    const canary = `countries.${russia}.canaries.0.name`;
    const limit = `countries.${limited}.callLimits.0.service`;

    expect(problemWith(canary, 'www.example.org')).toMatchObject({ field: canary, rule: 'known' });
    expect(problemWith(limit, 'skype')).toMatchObject({ field: limit, rule: 'known' });
  });

  it('keep neutral sites apart from services and from the route', () => {
    const ofService = 'https://web.telegram.org/robots.txt';

    for (const path of ['controls.0.url', 'witnesses.0.url', 'countries.0.controls.0.url']) {
      expect(problemWith(path, ofService)).toMatchObject({ field: path, rule: 'apart' });
    }
    expect(problemWith('witnesses.0.url', 'https://rutracker.org/')).toMatchObject({
      rule: 'apart',
    });
  });
});
