import type { Service, Target } from '../../../lib/catalog/schema.ts';
import { isTransfer } from '../../../lib/catalog/target-kinds.ts';
import { isNamed, methodById } from './censor.ts';
import { aWorld } from './lines.ts';
import { aService, idsOf } from './services.ts';
import { blockedStates, type Scene, type Setting, type Situation } from './situation.ts';

const minuteMs = 60_000;
/** Six hours: the first round is the only full one. */
const rounds = 24;

/** Blocks of what a service requires and a pulse does not ask first. They begin between two full rounds. */
export const partSituations: Situation[] = [
  {
    id: 'part reset on name',
    kind: 'interference',
    family: 'block in part',
    about: 'Handshakes with one name that a service requires, not its sentinel’s, are reset.',
    rounds,
    create: (setting) => blockedPart(setting, 'reset on name'),
  },
  {
    id: 'part silent on name',
    kind: 'interference',
    family: 'block in part',
    about: 'Handshakes with one name that a service requires, not its sentinel’s, are dropped.',
    rounds,
    create: (setting) => blockedPart(setting, 'silence on name'),
  },
];

function blockedPart(setting: Setting, id: string): Scene {
  const { random, startMs, catalog } = setting;
  const service = aService(setting, (one) => isNamed(one) && requiredParts(one).length > 0);
  const [first, ...others] = requiredParts(service);
  if (first === undefined) throw new Error(`${service.id} requires nothing but its sentinel`);
  const hosts = hostsOfTargets([random.pick([first, ...others])]);
  const fromMs = startMs + random.between(30, 240) * minuteMs;
  const period = { fromMs, toMs: Number.POSITIVE_INFINITY };
  const world = aWorld(setting);
  const { build, mechanism } = methodById(id);
  world.obstacles.push(build({ hosts, period, random, catalog }).obstacle);
  const states = ['impaired', ...blockedStates] as const;
  return { world, conditions: [{ services: idsOf([service]), states, mechanism, period }] };
}

/** Voting targets at hosts of their own, without which a role that the service requires does not work. */
export function requiredParts(service: Service): Target[] {
  const sentinel = hostsOfTargets(service.targets.filter(({ id }) => id === service.sentinel));
  const roles = service.roles.filter(({ required, match }) => required && match === 'all');
  return service.targets.filter(
    (target) =>
      target.votes &&
      !isTransfer(target) &&
      roles.some(({ role }) => role === target.role) &&
      [...hostsOfTargets([target])].every((host) => !sentinel.has(host)),
  );
}

function hostsOfTargets(targets: readonly Target[]): Set<string> {
  return new Set(targets.flatMap(({ urls }) => urls.map((url) => new URL(url).hostname)));
}
