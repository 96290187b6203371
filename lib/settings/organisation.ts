import * as v from 'valibot';
import { shownValue } from './upload.ts';

/** What an organisation may keep a person from changing. */
export const lockable = [
  'everyMinutes',
  'services',
  'ownServices',
  'onNetworkChange',
  'watchRoute',
  'askThroughDetour',
  'notWhileSavingData',
  'notOnCellular',
  'discreet',
  'keptDays',
  'label',
  'language',
  'upload',
] as const;

export type Lockable = (typeof lockable)[number];

export const OrganisationSchema = v.object({
  /** The policy as the browser gave it, JSON; a change is told by it. */
  policy: v.string(),
  /** What a person cannot change. */
  locked: v.array(v.picklist(lockable)),
  /** Ids of the services of one's own that the policy has added. */
  ownServices: v.array(v.string()),
  /** Whether the upload is the policy's. */
  upload: v.optional(v.boolean(), false),
  /** What the policy calls the network; null: nothing. */
  label: v.optional(v.nullable(v.string()), null),
  /** Whether the person had agreed to checks before the policy did. */
  agreedBefore: v.boolean(),
  /** What is wrong with the latest policy, which changed nothing; null where it fits. */
  problem: v.nullable(v.string()),
});

/** What an organisation's policy has set. */
export type Organisation = v.InferOutput<typeof OrganisationSchema>;

interface Organised {
  organisation: Organisation | null;
}

/** Whether only the organisation can change that. */
export function isLocked({ organisation }: Organised, name: Lockable): boolean {
  return organisation?.locked.includes(name) ?? false;
}

/**
 * The name of the network: the organisation's until a person types another, if they may.
 * @param typed null: nothing yet
 */
export function labelFor(settings: Organised, typed: string | null): string {
  const theirs = settings.organisation?.label ?? '';
  return isLocked(settings, 'label') ? theirs : (typed ?? theirs);
}

/** Whether a name of the network is there because the organisation wants it so. */
export function isLabelSet(settings: Organised, label: string): boolean {
  return isLocked(settings, 'label') || settings.organisation?.label === label;
}

/** What an error says is allowed of a setting that is locked. */
export const organisationsChoice = 'what the organisation has set';

/** @throws Error that names the first locked setting that a change would make another */
export function refuseLocked(settings: Organised, change: object): void {
  const entries = Object.entries(change) as [Lockable, unknown][];
  const before: Record<string, unknown> = { ...settings };
  const [name, found] =
    entries.find(([one, wanted]) => isLocked(settings, one) && !holds(before[one], wanted)) ?? [];
  if (name === undefined) return;
  throw new Error(`${name}: found ${shownValue(name, found)}, allowed: ${organisationsChoice}`);
}

/** Whether a setting is as wanted; of services only some may be named. */
function holds(before: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return before === wanted;
  return Object.entries(wanted).every(([name, one]) => Object(before)[name] === one);
}

/** What is locked, as it is; for changes that a person does not make by name. */
export function lockedPart<Settings extends Organised>(settings: Settings): Partial<Settings> {
  const entries = Object.entries(settings).filter(([name]) => isLocked(settings, name as Lockable));
  return Object.fromEntries(entries) as Partial<Settings>;
}
