import { patternsFor } from '../../../catalog/hosts.ts';
import type { OwnServicesKeeper } from '../../../messages/handlers.ts';
import type { RoundProgress } from '../../../model/progress.ts';
import type { RoundController } from '../../../round/controller.ts';
import { applyChange } from '../../../settings/apply-change.ts';
import { refuseLocked } from '../../../settings/organisation.ts';
import { withOwnService } from '../../../settings/own-services.ts';
import { readCheckSettings } from '../stored/check-settings.ts';
import { changeOwnServices, readOwnServices } from '../stored/own-services.ts';
import { returnPermissions } from './permissions.ts';
import { choicesFrom, readChoiceSources } from './service-choices.ts';
import type { TellSettings } from './tell-settings.ts';

/** Keeps the services that a person added. A running round goes on, unless it asks one that is removed. */
export function createOwnServicesKeeper(
  controller: Pick<RoundController, 'progress' | 'cancel'>,
  tell: TellSettings,
): OwnServicesKeeper {
  return {
    async add(draft) {
      refuseLocked(await readCheckSettings(), { ownServices: draft.name });
      await changeOwnServices((before) => withOwnService(before, draft, newKey()));
      await tell();
    },
    async remove(id) {
      const settings = await readCheckSettings();
      refuseLocked(settings, { ownServices: id });
      const removed = (await readOwnServices()).find((one) => one.id === id);
      const sources = await readChoiceSources();
      await changeOwnServices((before) => {
        const left = before.filter((one) => one.id !== id);
        // Something must be left to check.
        applyChange(settings, {}, choicesFrom({ ...sources, own: left }));
        return left;
      });
      if (mayAsk(controller.progress(), id)) controller.cancel();
      if (removed !== undefined) await returnPermissions(patternsFor(removed.url));
      await tell();
    },
  };
}

/** A round that is still being planned names none, and may have read the service before it was removed. */
function mayAsk(running: RoundProgress | null, id: string): boolean {
  if (running === null) return false;
  return running.services.length === 0 || running.services.some((one) => one.id === id);
}

/** Never the same again: what is known of a removed service must not pass to another. */
export function newKey(): string {
  return crypto.randomUUID().slice(0, 13);
}
