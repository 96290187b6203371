import { catalog } from '../../lib/catalog/index.ts';
import type { Round } from '../../lib/model/round.ts';
import { domesticHosts } from '../helpers/domestic-hosts.ts';
import { nextScheduledRound } from '../lab/browsers/alarms.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { type BrowserName, prepareBrowser } from '../lab/browsers/prepare.ts';
import type { Lab } from '../lab/lab.ts';
import type { ExitDescription } from '../lab/world/description.ts';
import { expect, test } from './fixtures.ts';

const exit: ExitDescription = { country: 'NL', asn: 64500, address: '185.65.134.9', hosting: true };
const atHome = domesticHosts(catalog);

/** Names of the home country that the lab's servers heard of, resolvers included. */
async function domesticNamesIn(lab: Lab): Promise<string[]> {
  const names = (await lab.log()).flatMap(({ name }) => name ?? []);
  return [...new Set(names)].filter((name) => atHome.has(name));
}

function reasonsOf(round: Round): Record<string, string> {
  const unknown = round.services.filter(({ roundState }) => roundState === 'insufficient');
  return Object.fromEntries(unknown.map(({ id, reason }) => [id, reason]));
}

const notAsked = { max: 'not-through-detour', vk: 'not-through-detour' };

for (const name of ['chromium', 'firefox'] satisfies BrowserName[]) {
  test(`${name}: at home its hosts are asked, and through a tunnel none of them`, async ({
    lab,
  }) => {
    const { launch } = await prepareBrowser[name]();
    await lab.setWorld({ tunnel: { exit, isOff: true } });
    const browser = await launch(lab, { timeZone: 'Europe/Moscow' });
    try {
      const direct = await browser.check();
      expect(await domesticNamesIn(lab)).toEqual(expect.arrayContaining(['web.max.ru', 'ya.ru']));
      expect(reasonsOf(direct)).toEqual({});

      await lab.tunnelUp();
      await lab.clearLog();
      const detour = await browser.check();

      expect(await domesticNamesIn(lab)).toEqual([]);
      expect(reasonsOf(detour)).toEqual(notAsked);
      expect(detour.routing.verdict).toBe('vpn_likely');
    } finally {
      await browser.close();
    }
  });
}

test('a tunnel that came up is told by the next scheduled check, which asks nothing at home', async ({
  lab,
}) => {
  await lab.setWorld({ tunnel: { exit, isOff: true } });
  const build = '.output/chrome-mv3-research';
  const launched = await launchExtension(lab, { build, timeZone: 'Europe/Moscow' });
  const { extension } = launched;
  try {
    await extension.check();
    await lab.tunnelUp();
    await lab.clearLog();

    const pulse = await nextScheduledRound(extension);

    expect(await domesticNamesIn(lab)).toEqual([]);
    expect(reasonsOf(pulse)).toEqual(notAsked);
    expect(pulse.routing).toMatchObject({ verdict: 'vpn_likely' });
    expect(pulse.routing.signals.map(({ id }) => id)).toContain('exit-changed');
  } finally {
    await launched.close();
  }
});
