import type { Attempt } from '../../lib/model/attempt.ts';
import type { Round } from '../../lib/model/round.ts';
import { bringForward } from '../lab/browsers/alarms.ts';
import { prepareBrowser } from '../lab/browsers/prepare.ts';
import type { Lab } from '../lab/lab.ts';
import type { LogEntry, WorldDescription } from '../lab/world/description.ts';
import { expect, test } from './fixtures.ts';

const elsewhere = 'https://www.viber.com/elsewhere';
const redirecting: WorldDescription = {
  http: [
    { hosts: ['web.telegram.org'], answer: { status: 302, headers: { location: '/further' } } },
    { hosts: ['web.max.ru'], answer: { status: 302, headers: { location: elsewhere } } },
  ],
};

function attemptsOn(round: Round | undefined, target: string): Attempt[] {
  const targets = round?.services.flatMap((service) => service.targets) ?? [];
  return targets.find(({ id }) => id === target)?.attempts ?? [];
}

function isFromFrameTo(host: string): (entry: LogEntry) => boolean {
  return ({ name, headers }) => name === host && headers?.['sec-fetch-mode'] === 'no-cors';
}

async function requestsIn(lab: Lab): Promise<LogEntry[]> {
  const log = await lab.log();
  return log.filter(({ kind }) => kind === 'http');
}

test('a second round asks in frames: without a mark, over new connections, following no redirect', async ({
  lab,
}) => {
  const { launch } = await prepareBrowser.chromium();
  const browser = await launch(lab, { hostsByNameOnly: true });
  try {
    await lab.setWorld(redirecting);
    await browser.check();
    await lab.clearLog();

    const round = await browser.check();

    const requests = await requestsIn(lab);
    const inFrames = requests.filter(({ headers }) => headers?.['sec-fetch-mode'] === 'no-cors');
    expect(inFrames.length).toBeGreaterThan(20);
    expect(inFrames.filter(({ marks }) => Object.keys(marks ?? {}).length > 0)).toEqual([]);
    // As a request of any page to another site looks.
    expect(new Set(inFrames.map(({ headers }) => headers?.['sec-fetch-site']))).toEqual(
      new Set(['cross-site']),
    );
    for (const target of ['telegram/web', 'max/web']) {
      expect(attemptsOn(round, target)).toMatchObject([
        { ok: true, valid: false, httpStatus: 302 },
        { ok: true, valid: true, httpStatus: 302, reusedConnection: false, bytes: null },
      ]);
    }
    expect(requests.filter(({ path }) => path === '/further' || path === '/elsewhere')).toEqual([]);
    expect(round.services.map(({ roundState }) => roundState)).not.toContain('impaired');
  } finally {
    await browser.close();
  }
});

test('a round that replaces another sees none of its connections', async ({ lab }) => {
  const { launch } = await prepareBrowser.chromium();
  // Slow enough that the scheduled round still runs when the other begins.
  await lab.setWorld({ latencyMs: 200 });
  const browser = await launch(lab, { hostsByNameOnly: true });
  try {
    await browser.check();
    await lab.clearLog();
    await bringForward(browser, 'schedule');
    await expect
      .poll(async () => (await requestsIn(lab)).some(isFromFrameTo('web.whatsapp.com')))
      .toBe(true);
    await lab.setWorld({
      dns: [{ names: ['.whatsapp.com', '.whatsapp.net'], answer: 'nxdomain' }],
      keepsConnections: true,
    });
    await browser.forgetNames();
    expect((await browser.progress())?.trigger).toBe('schedule');

    const round = await browser.check();

    const whatsapp = round.services.find(({ id }) => id === 'whatsapp');
    expect(whatsapp).toMatchObject({ roundState: 'blocked', reason: 'dns-withheld' });
  } finally {
    await browser.close();
  }
});
