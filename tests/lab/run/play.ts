import type { Round } from '../../../lib/round/types.ts';
import type { Extension } from '../extension.ts';
import { forgetNames } from '../forget-names.ts';
import type { Lab } from '../lab.ts';
import type { Scenario } from '../scenario.ts';
import type { LogEntry, WorldDescription } from '../world-description.ts';
import { startPhases } from './phases.ts';
import { watchPressure } from './pressure.ts';
import { checkInTurn, launchInTurn } from './turns.ts';

export interface Builds {
  /** For the stores: hosts by name only. */
  chromium: string;
  /** All hosts granted. */
  research: string;
}

export interface Played {
  round: Round;
  /** What the world's servers saw in the course of the round. */
  log: LogEntry[];
  /** The share of the round in which work waited for a processor; null where it is not known. */
  pressure: number | null;
}

/** Runs a scenario in a new browser: a round in each world before, then the one to be judged. */
export async function play(lab: Lab, builds: Builds, scenario: Scenario): Promise<Played> {
  const { hostsByNameOnly, ...setup } = scenario.browser ?? {};
  await lab.setWorld({});
  const build = hostsByNameOnly ? builds.chromium : builds.research;
  const launched = await launchInTurn(lab, { build, ...setup });
  const { extension } = launched;
  try {
    for (const world of scenario.before ?? []) {
      await enterWorld({ lab, extension }, world);
      await checkInTurn(extension);
    }
    await enterWorld({ lab, extension }, scenario.world);
    await lab.clearLog();
    const phases = startPhases(lab, scenario.phases ?? []);
    const pressure = watchPressure();
    try {
      const round = await checkInTurn(extension);
      return { round, log: await lab.log(), pressure: pressure() };
    } finally {
      await phases.stop();
    }
  } finally {
    lab.linkUp();
    await launched.close();
  }
}

/** Replaces the world, of which the browser remembers nothing: no connection, and no address of a name. */
export async function enterWorld(
  { lab, extension }: { lab: Lab; extension: Extension },
  world: WorldDescription,
): Promise<void> {
  await lab.setWorld(world);
  await forgetNames(extension.context);
}
