import type { Round } from '../../../lib/model/round.ts';
import type { LabBrowser, LaunchLabBrowser } from '../browsers/lab-browser.ts';
import { saveSettings } from '../browsers/save-settings.ts';
import type { Lab } from '../lab.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { LogEntry, WorldDescription } from '../world/description.ts';
import { startPhases } from './phases.ts';
import { watchPressure } from './pressure.ts';
import { checkInTurn, launchInTurn } from './turns.ts';

export interface Played {
  round: Round;
  /** What the world's servers saw in the course of the round. */
  log: LogEntry[];
  /** The share of the round in which work waited for a processor; null where it is not known. */
  pressure: number | null;
}

/** Runs a scenario in a new browser: a round in each world before, then the one to be judged. */
export async function play(
  lab: Lab,
  launch: LaunchLabBrowser,
  scenario: Scenario,
): Promise<Played> {
  await lab.setWorld({});
  const setup = scenario.browser ?? {};
  const browser = await launchInTurn(() => launch(lab, setup));
  try {
    if (setup.settings !== undefined) await saveSettings(browser.page, setup.settings);
    for (const world of scenario.before ?? []) {
      await enterWorld({ lab, browser }, world);
      await checkInTurn(browser);
    }
    await enterWorld({ lab, browser }, scenario.world);
    await lab.clearLog();
    const phases = startPhases(lab, scenario.phases ?? []);
    const pressure = watchPressure();
    try {
      const round = await checkInTurn(browser);
      return { round, log: await lab.log(), pressure: pressure() };
    } finally {
      await phases.stop();
    }
  } finally {
    lab.linkUp();
    await browser.close();
  }
}

/** Replaces the world, of which the browser remembers nothing: no connection, and no address of a name. */
export async function enterWorld(
  { lab, browser }: { lab: Lab; browser: LabBrowser },
  world: WorldDescription,
): Promise<void> {
  await lab.setWorld(world);
  await browser.forgetNames();
}
