import type { Round } from '../../../lib/round/types.ts';
import { waitForSettledNetwork } from '../../../scripts/check/settle.ts';
import type { Lab } from '../lab.ts';
import { launchExtension } from '../launch-extension.ts';
import type { Scenario } from '../scenario.ts';
import type { LogEntry } from '../world-description.ts';
import { startPhases } from './phases.ts';

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
}

/** Runs a scenario in a new browser: a round in each world before, then the one to be judged. */
export async function play(lab: Lab, builds: Builds, scenario: Scenario): Promise<Played> {
  const { hostsByNameOnly, ...setup } = scenario.browser ?? {};
  await lab.setWorld({});
  const build = hostsByNameOnly ? builds.chromium : builds.research;
  const { extension, close } = await launchExtension(lab, { build, ...setup });
  try {
    await waitForSettledNetwork(extension.page);
    for (const world of scenario.before ?? []) {
      await lab.setWorld(world);
      await extension.check();
    }
    await lab.setWorld(scenario.world);
    await lab.clearLog();
    const phases = startPhases(lab, scenario.phases ?? []);
    const round = await extension.check().finally(() => phases.stop());
    return { round, log: await lab.log() };
  } finally {
    lab.linkUp();
    await close();
  }
}
