import type { RoundProgress } from '../model/progress.ts';
import type { Round, Trigger } from '../model/round.ts';
import type { Protocol } from './protocol.ts';

/** The worker's side of the protocol. A message without a handler is a type error. */
export type Handlers = {
  [Name in Exclude<keyof Protocol, 'progressChanged'>]: (
    ...request: Parameters<Protocol[Name]>
  ) => Promise<ReturnType<Protocol[Name]>>;
};

/** The part of the round controller that pages may use. */
export interface RoundControls {
  /** Resolves with the id of the round that now runs: a new one, or the one that was running. */
  start(trigger: Trigger, only: readonly string[] | null): Promise<string>;
  /** False where no round was running. */
  cancel(): boolean;
  progress(): RoundProgress | null;
}

export interface HandlerDependencies {
  controller: RoundControls;
  /** A worker that has just woken knows only then whether a round is running. */
  ready: Promise<void>;
  serviceIds: readonly string[];
  findRound: (id: string) => Promise<Round | null>;
}

export function createHandlers(dependencies: HandlerDependencies): Handlers {
  const { controller, ready } = dependencies;
  return {
    async startRound(request) {
      const services = readServices(request, dependencies.serviceIds);
      await ready;
      return controller.start('manual', services);
    },
    cancelRound: async () => ready.then(() => controller.cancel()),
    getProgress: async () => ready.then(() => controller.progress()),
    getRound: async (request) => dependencies.findRound(readId(request)),
  };
}

function readServices(request: unknown, allowed: readonly string[]): string[] | null {
  const services = fieldOf(request, 'services');
  if (services === null) return null;
  if (!Array.isArray(services) || services.length === 0) {
    throw wrong('services', services, 'null or a list of service ids');
  }
  return services.map((one: unknown) => {
    if (typeof one === 'string' && allowed.includes(one)) return one;
    throw wrong('services', one, allowed.join(', '));
  });
}

function readId(request: unknown): string {
  const id = fieldOf(request, 'id');
  if (typeof id !== 'string') throw wrong('id', id, 'the id of a round');
  return id;
}

function fieldOf(request: unknown, name: string): unknown {
  return typeof request === 'object' && request !== null
    ? (request as Record<string, unknown>)[name]
    : undefined;
}

function wrong(field: string, found: unknown, allowed: string): Error {
  return new Error(`${field}: found ${JSON.stringify(found)}, allowed: ${allowed}`);
}
