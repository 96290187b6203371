import { allControls } from '../../lib/catalog/all-controls.ts';
import { catalog } from '../../lib/catalog/index.ts';
import type { Target } from '../../lib/catalog/schema.ts';
import type { Round } from '../../lib/model/round.ts';
import type { KeptCookie, LabBrowser } from '../lab/browsers/lab-browser.ts';
import { type BrowserName, prepareBrowser } from '../lab/browsers/prepare.ts';
import type { Lab } from '../lab/lab.ts';
import type { LogEntry } from '../lab/world/description.ts';
import { expect, test } from './fixtures.ts';

const targets = catalog.services
  .filter(({ enabledByDefault }) => enabledByDefault)
  .flatMap((service) => service.targets);
const urlsOf = (kind: Target['kind']): URL[] =>
  targets.filter((target) => target.kind === kind).flatMap(({ urls }) => urls.map(parse));
const sockets = urlsOf('websocket');
/** All that a round without failures may ask, without the questions to resolvers. */
const urls = [
  ...targets.flatMap((target) => target.urls).map(parse),
  ...[...allControls(catalog), ...catalog.resolvers, ...catalog.echoes].map(({ url }) =>
    parse(url),
  ),
  ...[...catalog.blockedCanaries, ...catalog.homeOnlySites].map(({ url }) => parse(url)),
];
const hosts = [...new Set(urls.map(({ hostname }) => hostname))];

function parse(url: string): URL {
  return new URL(url);
}

const planted: KeptCookie[] = hosts.map((host) => ({ host, name: 'planted', value: 'person' }));

/** A person who has been to all these sites, and has a password for those with WebSockets. */
async function plant(browser: LabBrowser, lab: Lab): Promise<void> {
  await browser.keepCookies(planted);
  await lab.setWorld({ asksForPassword: sockets.map(({ hostname }) => hostname) });
  for (const host of new Set(sockets.map(({ hostname }) => hostname))) {
    await browser.visit(`https://person:secret@${host}/`);
  }
}

/** What servers saw of the extension's requests: the browser's own go to other hosts, or for an icon. */
async function requestsIn(lab: Lab): Promise<LogEntry[]> {
  const log = await lab.log();
  const requests = log.filter(({ kind }) => kind === 'http' || kind === 'websocket');
  return requests.filter(({ name = '', path }) => hosts.includes(name) && path !== '/favicon.ico');
}

async function cookiesOf(browser: LabBrowser): Promise<KeptCookie[]> {
  const kept = await browser.keptCookies();
  return kept.filter(({ host }) => hosts.includes(host)).toSorted(byHost);
}

function byHost(one: KeptCookie, other: KeptCookie): number {
  return one.host.localeCompare(other.host);
}

function socketStates(round: Round): string[] {
  const results = round.services.flatMap((service) => service.targets);
  return results.filter(({ kind }) => kind === 'websocket').map(({ state }) => state);
}

for (const name of ['chromium', 'firefox'] satisfies BrowserName[]) {
  test(`${name}: two full rounds carry no mark and keep no cookie`, async ({ lab }) => {
    const { launch } = await prepareBrowser[name]();
    const browser = await launch(lab, { hostsByNameOnly: true });
    try {
      await plant(browser, lab);
      await lab.setWorld({
        setsCookie: 'more=service; Path=/; SameSite=None; Secure',
        sockets: [{ hosts: ['web.whatsapp.com'], action: { status: 403 } }],
      });
      await lab.clearLog();

      const rounds = [await browser.check(), await browser.check()];

      const requests = await requestsIn(lab);
      expect(requests.filter(({ marks }) => Object.keys(marks ?? {}).length > 0)).toEqual([]);
      expect(await cookiesOf(browser)).toEqual(planted.toSorted(byHost));
      // All kinds of requests were made, and got through.
      expect(new Set(requests.map(({ method }) => method ?? 'upgrade'))).toEqual(
        new Set(['HEAD', 'GET', 'POST', 'upgrade']),
      );
      expect(new Set(rounds.flatMap(socketStates))).toEqual(new Set(['ok']));
      const known = new Set(
        urls.map(({ hostname, pathname, search }) => hostname + pathname + search),
      );
      const unknown = requests.filter((one) => !known.has(`${one.name}${one.path}${one.query}`));
      expect(unknown.filter(({ query }) => query?.startsWith('?dns=') !== true)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
}

test('chromium: what is asked to see whether a connection stands carries no mark', async ({
  lab,
}) => {
  const { launch } = await prepareBrowser.chromium();
  const browser = await launch(lab, { hostsByNameOnly: true });
  try {
    await browser.keepCookies(planted);
    await lab.setWorld({
      setsCookie: 'more=service; Path=/; SameSite=None; Secure',
      http: [{ hosts: ['www.viber.com'], scheme: 'https', answer: 'reset' }],
    });

    await browser.check();
    await browser.check();

    const requests = await requestsIn(lab);
    expect(requests.filter(({ method }) => method === 'OPTIONS').length).toBeGreaterThan(0);
    expect(requests.filter(({ marks }) => Object.keys(marks ?? {}).length > 0)).toEqual([]);
    expect(await cookiesOf(browser)).toEqual(planted.toSorted(byHost));
  } finally {
    await browser.close();
  }
});
