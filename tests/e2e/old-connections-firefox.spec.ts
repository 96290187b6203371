import type { Round } from '../../lib/model/round.ts';
import { alarmNames, bringForward, roundsBy, secondsTo, setAlarm } from '../lab/browsers/alarms.ts';
import { type DrivenExtension, driveExtension } from '../lab/browsers/driven-extension.ts';
import { firefoxLauncher } from '../lab/browsers/firefox.ts';
import type { Lab } from '../lab/lab.ts';
import { expect, test } from './fixtures.ts';

const build = '.output/firefox-mv3';
/** Seconds, and more than lie between two checks by default. */
const hour = 3_600;

const censor = { tls: [{ names: ['.discord.com'], action: 'reset' as const }] };

test('a block that Firefox could not see over old connections is seen three minutes later', async ({
  lab,
}) => {
  await inFirefox(lab, async (extension) => {
    await extension.check();
    await lab.setWorld({ ...censor, keepsConnections: true });

    const hidden = await extension.check();

    expect(discordIn(hidden)).toMatchObject({ roundState: 'ok', reason: 'over-old-connection' });
    await expect.poll(() => secondsTo(extension, 'confirm')).toBeGreaterThan(170);
    expect(await secondsTo(extension, 'confirm')).toBeLessThanOrEqual(210);

    // By then Firefox has closed what nobody uses.
    await lab.setWorld(censor);
    const seen = await nextConfirming(extension);
    expect(discordIn(seen)).toMatchObject({ state: 'ok', roundState: 'likely_blocked' });

    const confirmed = await nextConfirming(extension);
    expect(discordIn(confirmed)).toMatchObject({ state: 'likely_blocked' });
  });
});

test('Firefox looks once at what it saw over old connections, even if they are open for longer', async ({
  lab,
}) => {
  await inFirefox(lab, async (extension) => {
    await extension.check();
    await extension.check();

    // What is planned after the round replaces it.
    await setAlarm(extension, 'schedule', 2 * hour);
    const again = await nextConfirming(extension);

    expect(discordIn(again)).toMatchObject({ state: 'ok', reason: 'over-old-connection' });
    await expect.poll(() => secondsTo(extension, 'schedule')).toBeLessThan(hour);
    expect(await alarmNames(extension)).not.toContain('confirm');
  });
});

async function inFirefox(
  lab: Lab,
  run: (extension: DrivenExtension) => Promise<void>,
): Promise<void> {
  await lab.setWorld({});
  const launch = firefoxLauncher({ stores: build, research: build });
  const browser = await launch(lab, { permitsRoute: false });
  try {
    await run(driveExtension(browser.page));
  } finally {
    await browser.close();
  }
}

/** Starts the confirming round now that is planned, and resolves with the recorded round. */
async function nextConfirming(extension: DrivenExtension): Promise<Round | undefined> {
  const before = await roundsBy(extension, 'confirm');
  await expect.poll(() => alarmNames(extension)).toContain('confirm');
  await bringForward(extension, 'confirm');
  await expect
    .poll(() => roundsBy(extension, 'confirm'), { timeout: 60_000 })
    .toHaveLength(before.length + 1);
  await extension.roundIsOver();
  return (await roundsBy(extension, 'confirm'))[before.length];
}

function discordIn(round: Round | undefined) {
  return round?.services.find(({ id }) => id === 'discord');
}
