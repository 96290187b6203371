import { exportFormatIds } from '../../lib/export/traits.ts';
import type { Attempt } from '../../lib/model/attempt.ts';
import type { Round } from '../../lib/model/round.ts';
import { readableOf } from '../helpers/exports.ts';
import { type BrowserName, prepareBrowser } from '../lab/browsers/prepare.ts';
import { saveSettings } from '../lab/browsers/save-settings.ts';
import { searchProfile } from '../lab/browsers/search-profile.ts';
import type { Lab } from '../lab/lab.ts';
import type { BrowserSetup, ProxySetup } from '../lab/scenarios/scenario.ts';
import type { LogEntry, WorldDescription } from '../lab/world/description.ts';
import { expect, test } from './fixtures.ts';

// The browser's settings hold the proxy's name, so whatever file has its address got it from elsewhere.
const proxy = { name: 'proxy.lab', address: '91.210.77.13' };
/** What all echoes and STUN servers report. */
const exit = { country: 'NL', asn: 60781, address: '91.210.77.15' };
/** Written by the test, to see that a search would find an address. */
const planted = '91.210.77.19';
const browsers: BrowserName[] = ['chromium', 'firefox'];
const kinds: ProxySetup['kind'][] = ['http', 'socks'];

interface Course {
  rounds: Round[];
  log: LogEntry[];
  /** Files that contain each of the addresses, once the browser has ended. */
  files: Record<string, string[]>;
}

/** Two full rounds with every choice that has more asked or kept, then a search of the whole profile. */
async function runRounds(
  lab: Lab,
  name: BrowserName,
  { setup, world }: { setup: BrowserSetup; world: WorldDescription },
): Promise<Course> {
  const { launch } = await prepareBrowser[name]();
  await lab.setWorld(world);
  const browser = await launch(lab, setup);
  try {
    const ticked = { recordExit: true, compareCalls: true, askDomesticCalls: true };
    await saveSettings(browser.page, ticked);
    await browser.page.evaluate(plant, ['91.210.', '77.19', planted]);
    await lab.clearLog();
    const rounds = [await browser.check(), await browser.check()];
    const log = await lab.log();
    await browser.quit();
    const files = searchProfile(browser.profile, [proxy.address, exit.address, planted]);
    return { rounds, log, files };
  } finally {
    await browser.close();
  }
}

/** Runs in the page: writes texts to a database of its own, as the history is written. */
function plant(texts: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('planted');
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('texts'));
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('texts', 'readwrite');
      // Long, so that browsers compress it, and the last text only refers to the ones before.
      const long = Array.from({ length: 2_000 }, () => texts.slice(0, -1).join(' ')).join();
      writing.objectStore('texts').put({ text: long + texts.at(-1) }, 1);
      writing.addEventListener('error', () => reject(writing.error));
      writing.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}

function answersOf({ services, circumstances }: Round): Attempt[] {
  const targets = services.flatMap((service) => service.targets);
  const attempts = [...targets, ...circumstances.controls].flatMap((one) => one.attempts);
  return attempts.filter(({ httpStatus }) => httpStatus !== null);
}

async function expectNowhere({ rounds, files }: Course, address: string): Promise<void> {
  const ticks = { routing: true, addresses: true };
  for (const id of exportFormatIds) {
    expect(await readableOf(id, rounds, ticks), id).not.toContain(address);
  }
  expect(files[planted], 'the search finds what is there').not.toEqual([]);
  expect(files[address]).toEqual([]);
}

for (const name of browsers) {
  for (const kind of kinds) {
    test(`${name}: the address of a proxy (${kind}) is kept nowhere, and no STUN goes past it`, async ({
      lab,
    }) => {
      const course = await runRounds(lab, name, {
        setup: { proxy: { kind, at: proxy } },
        world: { addresses: { [proxy.name]: [proxy.address] }, exit },
      });

      expect(course.log.filter(({ kind: entry }) => entry === 'stun')).toEqual([]);
      await expectNowhere(course, proxy.address);
      await expectNowhere(course, exit.address);
      // Everything got through, by the proxy.
      expect(course.rounds.map(({ network }) => network.state)).toEqual(['normal', 'normal']);
      const answers = course.rounds.flatMap(answersOf);
      expect(answers.length).toBeGreaterThan(40);
      expect(answers.flatMap(({ remoteIp }) => remoteIp ?? [])).toEqual([]);
      if (name === 'firefox') {
        expect(answers.filter(({ reusedConnection }) => reusedConnection === true)).toEqual([]);
      }
      // Firefox tells 0.0.0.0 where a SOCKS proxy looks names up, and Chromium no address of a socket.
      const leftOut = name === 'firefox' && kind === 'socks' ? 'private' : 'proxy';
      const kindsSeen = answers.flatMap(({ remoteIpKind }) => remoteIpKind ?? []);
      expect(new Set(kindsSeen)).toEqual(new Set([leftOut]));
    });
  }

  test(`${name}: the address that echoes and STUN servers saw is kept nowhere`, async ({ lab }) => {
    const course = await runRounds(lab, name, { setup: {}, world: { exit } });

    await expectNowhere(course, exit.address);
    expect(course.log.map(({ kind }) => kind)).toContain('stun');
    expect(course.rounds.map(({ routing }) => routing.exitCountry)).toEqual(['NL', 'NL']);
  });
}
