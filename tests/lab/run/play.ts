import type { Round } from '../../../lib/round/types.ts';
import { waitForSettledNetwork } from '../../../scripts/check/settle.ts';
import type { Extension } from '../extension.ts';
import { forgetNames } from '../forget-names.ts';
import type { Lab } from '../lab.ts';
import {
  type LaunchedExtension,
  type LaunchOptions,
  launchExtension,
} from '../launch-extension.ts';
import type { Scenario } from '../scenario.ts';
import type { LogEntry, WorldDescription } from '../world-description.ts';
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
  const launched = await launchInTurn(lab, { build, ...setup });
  const { extension } = launched;
  try {
    for (const world of scenario.before ?? []) {
      await enterWorld({ lab, extension }, world);
      await extension.check();
    }
    await enterWorld({ lab, extension }, scenario.world);
    await lab.clearLog();
    const phases = startPhases(lab, scenario.phases ?? []);
    try {
      const round = await extension.check();
      return { round, log: await lab.log() };
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

let lastLaunch: Promise<unknown> = Promise.resolve();

/**
 * One browser starts at a time, until its network has settled. Starting is all work and no waiting:
 * several at once make the controls of the other rounds so slow that they look like a bad line.
 */
function launchInTurn(lab: Lab, options: LaunchOptions): Promise<LaunchedExtension> {
  const launch = lastLaunch.then(async () => {
    const launched = await launchExtension(lab, options);
    await waitForSettledNetwork(launched.extension.page);
    return launched;
  });
  lastLaunch = launch.catch(() => undefined);
  return launch;
}
