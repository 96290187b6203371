import type { Round } from '../../../lib/model/round.ts';
import { createAsk } from '../../../scripts/check/ask.ts';
import type { LabBrowser, LaunchLabBrowser } from '../browsers/lab-browser.ts';
import { saveSettings } from '../browsers/save-settings.ts';
import type { Lab } from '../lab.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { LogEntry, WorldDescription } from '../world/description.ts';
import { chooseServices, withKnownIds } from './choose-services.ts';
import { startPhases } from './phases.ts';
import { watchPressure } from './pressure.ts';
import { checkInTurn, checkTwice, launchInTurn } from './turns.ts';

export interface PlayResult {
  round: Round;
  /** Those of the same world before it. */
  earlier: Round[];
  /** The log of the world's servers during the round. */
  log: LogEntry[];
  /** The share of the round in which work waited for a processor, 0 to 1; null if unknown. */
  pressure: number | null;
}

/** Runs a scenario in a new browser: one round in each earlier world, those of its own world, then the round to judge. */
export async function play(
  lab: Lab,
  launch: LaunchLabBrowser,
  scenario: Scenario,
): Promise<PlayResult> {
  // A browser that meets another kind of line while it runs drops its requests.
  await lab.setWorld({ ...(scenario.world.family && { family: scenario.world.family }) });
  const setup = scenario.browser ?? {};
  const browser = await launchInTurn(() => launch(lab, setup));
  try {
    const ask = createAsk(browser.page);
    await ask('changeSettings', { askThroughDetour: setup.leavesOutHome !== true });
    await chooseServices(ask, setup);
    if (setup.settings !== undefined) await saveSettings(browser.page, setup.settings);
    for (const world of scenario.before ?? []) {
      await enterWorld({ lab, browser }, world);
      await checkInTurn(browser);
    }
    const earlier: Round[] = [];
    for (let left = scenario.steadyRounds ?? 0; left > 0; left -= 1) {
      await enterWorld({ lab, browser }, scenario.world);
      earlier.push(withKnownIds(await checkInTurn(browser)));
    }
    await enterWorld({ lab, browser }, scenario.world);
    await lab.clearLog();
    const phases = startPhases(lab, scenario.phases ?? []);
    const pressure = watchPressure();
    try {
      const round = await (scenario.asksTwice === true ? checkTwice : checkInTurn)(browser);
      return { round: withKnownIds(round), earlier, log: await lab.log(), pressure: pressure() };
    } finally {
      await phases.stop();
    }
  } finally {
    lab.linkUp();
    await browser.close();
  }
}

/** Replaces the world and clears the browser's connections and DNS cache. */
export async function enterWorld(
  { lab, browser }: { lab: Lab; browser: LabBrowser },
  world: WorldDescription,
): Promise<void> {
  await lab.setWorld(world);
  await browser.forgetNames();
}
