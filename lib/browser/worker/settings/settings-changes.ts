import { patternsOfService } from '../../../catalog/hosts.ts';
import type { SettingsKeeper } from '../../../messages/handlers.ts';
import type { RoundProgress } from '../../../model/progress.ts';
import type { RoundController } from '../../../round/controller.ts';
import { parseStoredRouting } from '../../../routing/settings.ts';
import { applyChange } from '../../../settings/apply-change.ts';
import type { CheckSettings } from '../../../settings/check-settings.ts';
import { resetSettings } from '../../../settings/reset-settings.ts';
import { reschedule } from '../checks/schedule.ts';
import { refusalNow } from '../refusal.ts';
import { changeCheckSettings } from '../stored/check-settings.ts';
import { changeRoutingSettings, readRoutingSettings } from '../stored/routing-settings.ts';
import { readOwnCatalog } from './catalog-data.ts';
import { returnPermissions } from './permissions.ts';
import { readServiceChoices } from './service-choices.ts';
import type { TellSettings } from './tell-settings.ts';

export interface OrganisedSettingsKeeper extends SettingsKeeper {
  /** Changes them as an organisation wants, whatever is locked. */
  organise(
    change: (before: CheckSettings) => CheckSettings | Promise<CheckSettings>,
  ): Promise<CheckSettings>;
}

/** What follows a change beside alarms and the running round. */
interface Consequences {
  tell: TellSettings;
  /** Begins to delete what is older than it is to be kept. */
  forgetOld: () => void;
  /** Has exits removed from the history; resolves once that is noted. */
  forgetExits: () => Promise<void>;
}

/** Changes the settings of checks and of the route; alarms and the running round follow at once. */
export function createSettingsKeeper(
  controller: Pick<RoundController, 'progress' | 'cancel'>,
  { tell, forgetOld, forgetExits }: Consequences,
): OrganisedSettingsKeeper {
  async function change(changing: Parameters<typeof changeCheckSettings>[0]) {
    const running = controller.progress();
    const { before, after } = await changeCheckSettings(changing);
    if (await isUnwanted(running, controller.progress(), { before, after })) controller.cancel();
    await reschedule(before, after);
    await returnUnwanted(before, after);
    if (after.keptDays < before.keptDays) forgetOld();
    return (await tell()).checkSettings;
  }

  return {
    organise: change,
    agree: () => change((before) => ({ ...before, agreed: true })),
    async change(wanted) {
      const services = await readServiceChoices();
      return change((before) => applyChange(before, wanted, services));
    },
    async changeRouting(wanted) {
      const { before, after } = await changeRoutingSettings((stored) => ({ ...stored, ...wanted }));
      try {
        if (before.recordExit && !after.recordExit) await forgetExits();
      } finally {
        // Nothing is recorded any more, though what was may be left.
        await tell();
      }
      return readRoutingSettings();
    },
    async reset() {
      // Were exits no longer recorded, those in the history would have to go.
      await changeRoutingSettings(({ recordExit }) => parseStoredRouting({ recordExit }));
      return change(resetSettings);
    },
  };
}

/**
 * A round goes on only while it would be allowed to start, and with the services it started with. One that began during
 * the change asks the new ones, but may have been allowed by the settings before.
 */
async function isUnwanted(
  earlier: RoundProgress | null,
  running: RoundProgress | null,
  { before, after }: Record<'before' | 'after', CheckSettings>,
): Promise<boolean> {
  if (running === null) return false;
  const asksOthers = JSON.stringify(before.services) !== JSON.stringify(after.services);
  const isSame = earlier?.roundId === running.roundId;
  return (isSame && asksOthers) || (await refusalNow(running.trigger)) !== null;
}

/** Gives back what the browser was asked for where nothing needs it any more. */
async function returnUnwanted(before: CheckSettings, after: CheckSettings): Promise<void> {
  const { services } = (await readOwnCatalog()).data.world;
  const changed = services.filter(({ id }) => after.services[id] !== before.services[id]);
  if (changed.length > 0) await returnPermissions(changed.flatMap(patternsOfService));
}
