import { createAsk } from '../../../scripts/check/ask.ts';
import { alarmNames, bringForward, fireAll, nextWatch } from '../browsers/alarms.ts';
import type { LabBrowser, LaunchLabBrowser } from '../browsers/lab-browser.ts';
import type { BrowserName } from '../browsers/prepare.ts';
import type { Lab } from '../lab.ts';
import { launchInTurn } from '../run/turns.ts';
import { momentsOf, momentsOfPulse, momentsOfWatches } from './day.ts';
import { changeNetwork, endSession, startBrowser } from './delays.ts';
import type { Delay, Diary, Episode } from './diary.ts';
import { openPopup, ownTexts, plantMarks } from './person.ts';
import { playEpisode, playRound, type Stage, world } from './stage.ts';

const playedPulses = 8;
const playedWatches = 10;

/** Plays a day of the store build at the defaults, with a person's cookies and passwords planted. */
export async function playDay(
  lab: Lab,
  { name, launch }: { name: BrowserName; launch: LaunchLabBrowser },
): Promise<Diary> {
  const episodes: Episode[] = [];
  const delays: Delay[] = [];
  const own = new Set(['dozvon']);
  const during = (play: (stage: Stage) => Promise<void>): Promise<void> =>
    withBrowser(lab, launch, async (browser) => {
      for (const text of await ownTexts(browser.page)) own.add(text);
      await plantMarks(browser, lab);
      await play({ browser, lab, episodes, own });
    });

  await during(async (stage) => {
    const { browser } = stage;
    await playFirstHours(stage);
    delays.push(...(await changeNetwork(lab, { browser, name })));
    await playAlarm(stage, 'network-change');
    await endSession(browser);
    delays.push(...(await startBrowser(browser)));
    await playAlarm(stage, 'start');
    await playPerson(stage);
  });
  // A new profile stands for six hours later: its first scheduled round is a full one.
  await during(async (stage) => {
    await stage.browser.permitRoute();
    await createAsk(stage.browser.page)('agree', { check: false });
    await playAlarm(stage, 'full');
  });
  return { browser: name, episodes, delays, own: [...own] };
}

async function withBrowser(
  lab: Lab,
  launch: LaunchLabBrowser,
  play: (browser: LabBrowser) => Promise<void>,
): Promise<void> {
  await lab.setWorld(world);
  const browser = await launchInTurn(() => launch(lab, { hostsByNameOnly: true, agrees: false }));
  try {
    await play(browser);
  } finally {
    lab.linkUp();
    await browser.close();
  }
}

/** Installed, agreed to, and left alone. */
async function playFirstHours(stage: Stage): Promise<void> {
  const { browser } = stage;
  const early = { kind: 'before-yes', at: momentsOf['before-yes'] } as const;
  await playEpisode(stage, early, () => fireAll(browser));
  await browser.permitRoute();
  await playRound(stage, { kind: 'first', at: momentsOf.first }, () =>
    createAsk(browser.page)('agree', { check: true }),
  );
  for (let index = 0; index < playedPulses; index += 1) {
    const at = momentsOfPulse(index, playedPulses);
    await playRound(stage, { kind: 'pulse', at }, () => bringForward(browser, 'schedule'));
  }
}

/** The round of an alarm that is brought forward. */
function playAlarm(stage: Stage, kind: 'network-change' | 'start' | 'full'): Promise<void> {
  const alarm = { 'network-change': kind, start: 'startup', full: 'schedule' }[kind];
  return playRound(stage, { kind, at: momentsOf[kind] }, () => bringForward(stage.browser, alarm));
}

/** What a person does, and the minute watch of the route, if it is on. */
async function playPerson(stage: Stage): Promise<void> {
  const { browser } = stage;
  await playEpisode(stage, { kind: 'popup', at: momentsOf.popup }, () => openPopup(browser));
  await playRound(stage, { kind: 'asked', at: momentsOf.asked }, () =>
    createAsk(browser.page)('startRound', { services: null }),
  );
  if (!(await alarmNames(browser)).includes('route-watch')) return;
  const at = momentsOfWatches(playedWatches);
  await playEpisode(stage, { kind: 'watch', at }, async () => {
    for (let count = 0; count < playedWatches; count += 1) await nextWatch(browser);
  });
}
