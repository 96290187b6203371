import type { Round } from '../../lib/model/round.ts';
import { defaultServiceCount } from '../helpers/default-services.ts';
import { chromiumLauncher } from '../lab/browsers/chromium.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import { play } from '../lab/run/play.ts';
import type { Scenario } from '../lab/scenarios/scenario.ts';
import type { LogEntry } from '../lab/world/description.ts';
import { expect, test } from './fixtures.ts';

const builds = { stores: '.output/chrome-mv3', research: '.output/chrome-mv3-research' };
const launchChromium = chromiumLauncher(builds);
const browsers = [
  { name: 'Chromium', launch: launchChromium, blocked: 'net::ERR_BLOCKED_BY_CLIENT' },
  {
    name: 'Firefox',
    launch: firefoxLauncher({
      stores: '.output/firefox-mv3',
      research: '.output/firefox-mv3-research',
    }),
    blocked: 'NS_ERROR_ABORT',
  },
];

function aScenario(overrides: Partial<Scenario>): Scenario {
  return {
    name: 'a browser that is not the ordinary one',
    origin: 'this test',
    world: {},
    network: ['normal'],
    others: { states: ['ok'] },
    ...overrides,
  };
}

const errorsOf = (round: Round, service: string): (string | null)[] =>
  round.services
    .filter(({ id }) => id === service)
    .flatMap(({ targets }) => targets.flatMap(({ attempts }) => attempts))
    .map(({ browserError }) => browserError);

const namesIn = (log: readonly LogEntry[], kind: LogEntry['kind']) =>
  log.filter((entry) => entry.kind === kind).map(({ name }) => name);

for (const { name, launch, blocked } of browsers) {
  test(`${name}: a request that another extension blocks fails as such and never leaves the browser`, async ({
    lab,
  }) => {
    const browser = { blockedByExtension: ['.viber.com'] };

    const { round, log } = await play(lab, launch, aScenario({ browser }));

    expect(errorsOf(round, 'viber')).toContain(blocked);
    expect(errorsOf(round, 'viber')).not.toContain(null);
    expect(errorsOf(round, 'snapchat')).toContain(null);
    expect(namesIn(log, 'clienthello')).not.toContain('www.viber.com');
  });

  test(`${name}: with secure DNS it uses that resolver and not the system's`, async ({ lab }) => {
    const browser = { secureDns: 'https://1.1.1.1/dns-query' };
    const dns = [{ names: ['.viber.com'], answer: 'nxdomain' as const }];

    const { round, log } = await play(lab, launch, aScenario({ browser, world: { dns } }));

    expect(errorsOf(round, 'viber')).toContain(null);
    expect(namesIn(log, 'doh')).toContain('www.viber.com');
    expect(namesIn(log, 'dns')).toEqual([]);
  });

  test(`${name}: after its DNS cache is cleared it resolves names again`, async ({ lab }) => {
    await lab.setWorld({});
    const browser = await launch(lab, {});
    const reach = () => browser.page.evaluate(reaches, 'https://www.viber.com/');
    try {
      expect(await reach()).toBe(true);
      await lab.setWorld({ dns: [{ names: ['.viber.com'], answer: 'nxdomain' }] });
      await browser.forgetNames();

      expect(await reach()).toBe(false);
    } finally {
      await browser.close();
    }
  });
}

/** Runs in the page. */
async function reaches(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { cache: 'no-store', credentials: 'omit' })).ok;
  } catch {
    return false;
  }
}

test('the store build reaches no address without a name in the catalog', async ({ lab }) => {
  const research = await manifestOf(builds.research);
  const stores = await manifestOf(builds.stores);
  const broken = { ...builds, research: '/nonexistent' };

  const { round } = await play(
    lab,
    chromiumLauncher(broken),
    aScenario({ browser: { hostsByNameOnly: true } }),
  );

  expect(research.host_permissions).toContain('<all_urls>');
  expect(stores.host_permissions).not.toContain('<all_urls>');
  expect(round.services).toHaveLength(defaultServiceCount);
});

test('the world and the link change during a round', async ({ lab }) => {
  const drop = [{ targets: ['.viber.com'], action: 'drop' as const }];
  const phases = [
    { afterMs: 1_500, link: 'down' as const },
    { afterMs: 3_000, link: 'up' as const, world: {} },
  ];

  const { round, log } = await play(
    lab,
    launchChromium,
    aScenario({ world: { addressRules: drop }, phases }),
  );

  const hellos = log.filter(({ kind, name }) => kind === 'clienthello' && name === 'www.viber.com');
  expect(hellos.length).toBeGreaterThan(0);
  expect(round.services.find(({ id }) => id === 'viber')?.roundState).not.toBe('likely_blocked');
});

async function manifestOf(build: string): Promise<{ host_permissions: string[] }> {
  const { readFile } = await import('node:fs/promises');
  return JSON.parse(await readFile(`${build}/manifest.json`, 'utf8'));
}
