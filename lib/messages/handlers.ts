import type { RoundProgress } from '../model/progress.ts';
import type { Round, Trigger } from '../model/round.ts';
import type { Protocol } from './protocol.ts';
import { readRequest, roundRequest, startRoundRequest } from './requests.ts';

/** The worker's side of the protocol. A missing handler is a type error. */
export type Handlers = {
  [Name in Exclude<keyof Protocol, 'progressChanged'>]: (
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

export interface HandlerDependencies {
  controller: RoundControls;
  /** A worker that has just started does not know before then whether a round is running. */
  ready: Promise<void>;
  serviceIds: readonly string[];
  findRound: (id: string) => Promise<Round | null>;
}

export function createHandlers(dependencies: HandlerDependencies): Handlers {
  const { controller, ready } = dependencies;
  const startRequest = startRoundRequest(dependencies.serviceIds);
  return {
    async startRound(request) {
      const { services } = readRequest(startRequest, request);
      await ready;
      return controller.start('manual', services);
    },
    cancelRound: async () => ready.then(() => controller.cancel()),
    getProgress: async () => ready.then(() => controller.progress()),
    getRound: async (request) => dependencies.findRound(readRequest(roundRequest, request).id),
  };
}
