import type { RoundProgress } from '../model/progress.ts';
import type { Round, Trigger } from '../model/round.ts';
import type { CheckSettings, SettingsChange } from '../settings/check-settings.ts';
import type { ServiceChoice } from '../settings/wanted-services.ts';
import type { Protocol } from './protocol.ts';
import {
  agreeRequest,
  changeRequest,
  readRequest,
  roundRequest,
  startRoundRequest,
} from './requests.ts';

/** What the worker says by itself. */
type Announcement = 'progressChanged' | 'settingsChanged' | 'historyChanged' | 'everythingDeleted';

/** The worker's side of the protocol. A missing handler is a type error. */
export type Handlers = {
  [Name in Exclude<keyof Protocol, Announcement>]: (
    ...request: Parameters<Protocol[Name]>
  ) => Promise<ReturnType<Protocol[Name]>>;
};

/** The part of the round controller that pages may use. */
export interface RoundControls {
  /** Resolves with the id of the running round: a new one, or the one that was already running. */
  start(trigger: Trigger, only: readonly string[] | null): Promise<string>;
  /** Returns false if no round was running. */
  cancel(): boolean;
  progress(): RoundProgress | null;
}

/** Keeps the settings of checks; each change takes effect at once. */
export interface SettingsKeeper {
  agree(): Promise<CheckSettings>;
  /** Rejects, and changes nothing, where no service would be on. */
  change(change: SettingsChange): Promise<CheckSettings>;
}

export interface HandlerDependencies {
  controller: RoundControls;
  /** A worker that has just started does not know before then whether a round is running. */
  ready: Promise<void>;
  services: readonly ServiceChoice[];
  settings: SettingsKeeper;
  lookAtRoute: () => void;
  findRound: (id: string) => Promise<Round | null>;
  /** Resolves once it has begun. */
  forgetExits: () => Promise<void>;
  deleteEverything: () => Promise<void>;
}

/** Creates the handlers; they reject an invalid request with an error that names the field. */
export function createHandlers(dependencies: HandlerDependencies): Handlers {
  const { controller, ready, services: choices, settings } = dependencies;
  const serviceIds = choices.map(({ id }) => id);
  const startRequest = startRoundRequest(serviceIds);
  const settingsRequest = changeRequest(serviceIds);
  return {
    async agree(request) {
      const { check } = readRequest(agreeRequest, request);
      await ready;
      const agreed = await settings.agree();
      if (check) await controller.start('manual', null);
      return agreed;
    },
    async changeSettings(request) {
      const change = readRequest(settingsRequest, request);
      await ready;
      return settings.change(change);
    },
    getServices: async () =>
      choices.map(({ id, name, enabledByDefault, permissions }) => ({
        id,
        name,
        enabledByDefault,
        ...(permissions !== undefined && { permissions }),
      })),
    async startRound(request) {
      const { services } = readRequest(startRequest, request);
      await ready;
      return controller.start('manual', services);
    },
    lookAtRoute: async () => ready.then(dependencies.lookAtRoute),
    cancelRound: async () => ready.then(() => controller.cancel()),
    getProgress: async () => ready.then(() => controller.progress()),
    forgetExits: async () => ready.then(dependencies.forgetExits),
    deleteEverything: async () => ready.then(dependencies.deleteEverything),
    getRound: async (request) => dependencies.findRound(readRequest(roundRequest, request).id),
  };
}
