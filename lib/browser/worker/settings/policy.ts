import { browser } from 'wxt/browser';
import { patternsFor } from '../../../catalog/hosts.ts';
import { type Policy, readPolicy, withPolicy } from '../../../fleet/policy.ts';
import type { OwnService, OwnServiceDraft } from '../../../model/own-service.ts';
import type { CheckSettings } from '../../../settings/check-settings.ts';
import type { Organisation } from '../../../settings/organisation.ts';
import { withOwnService } from '../../../settings/own-services.ts';
import type { ServiceChoice } from '../../../settings/wanted-services.ts';
import type { Queue } from '../../../steps/queue.ts';
import { betweenChanges } from '../../between-changes.ts';
import { saveLanguage } from '../../language.ts';
import { setStaggered } from '../checks/schedule.ts';
import { readCheckSettings } from '../stored/check-settings.ts';
import { readOwnServices, writeOwnServices } from '../stored/own-services.ts';
import type { Uploads } from '../upload/uploads.ts';
import { newKey } from './own-services.ts';
import { choicesFrom, readChoiceSources } from './service-choices.ts';
import type { OrganisedSettingsKeeper } from './settings-changes.ts';

/** What changes as an organisation wants, whatever is locked. */
interface Organised {
  settings: Pick<OrganisedSettingsKeeper, 'organise'>;
  uploads: Pick<Uploads, 'organise'>;
  /** A backup that is restored would bring back what was there before a policy. */
  enqueue: Queue;
}

/**
 * Follows what an administrator has set for this browser: at once, as the worker has started, and then where the
 * browser tells of changes, which Firefox does not. A policy that does not fit changes nothing.
 * @returns what looks for a policy again; never rejects
 */
export function followPolicy(organised: Organised): () => Promise<void> {
  // Read before its turn: as a busy browser starts, it may never answer, and others wait for their turn.
  const look = (): Promise<void> =>
    readManaged()
      .then((found) => organised.enqueue(() => apply(found, organised)))
      .catch(console.error);
  browser.storage.managed.onChanged?.addListener(() => void look());
  void look();
  return look;
}

async function apply(found: object, organised: Organised): Promise<void> {
  const policy = JSON.stringify(found);
  const { organisation, agreed } = await readCheckSettings();
  const isNone = Object.keys(found).length === 0;
  const isFollowed = organisation?.policy === policy && organisation.problem === null;
  if (isNone ? organisation === null : isFollowed) return;
  if (isNone) return leave(organised);
  const known = organisation ?? {
    locked: [],
    ownServices: [],
    upload: false,
    label: null,
    agreedBefore: agreed,
  };
  try {
    await follow(found, { ...known, policy, problem: null }, organised);
    // Many browsers of an organisation start at the same time.
    if (!agreed) await setStaggered('startup');
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    console.error('The policy does not fit:', problem);
    if (organisation?.policy === policy && organisation.problem === problem) return;
    await organised.settings.organise((before) => ({
      ...before,
      organisation: { ...known, policy, problem },
    }));
  }
}

async function follow(
  found: object,
  organisation: Organisation,
  organised: Organised,
): Promise<void> {
  const sources = await readChoiceSources();
  const choices = choicesFrom(sources);
  const offered = choices.filter(({ own }) => own === undefined);
  const added = choices.filter(({ own }) => own !== undefined);
  const read = readPolicy(found, idsOf(offered), idsOf(added));
  const permitted = await onlyPermitted(read, offered);
  const fitted = (settings: CheckSettings, own: readonly OwnService[]) => {
    const sites = withSites(own, organisation.ownServices, permitted.ownServices);
    const services = choicesFrom({ ...sources, own: sites.all });
    return { sites, settings: withPolicy(settings, permitted, services) };
  };
  // What does not fit is found before anything changes.
  fitted(await readCheckSettings(), sources.own);
  if (read.upload !== null || organisation.upload) await organised.uploads.organise(read.upload);
  await organised.settings.organise(async (before) => {
    // Again: a person may have changed either meanwhile.
    const { settings, sites } = fitted(before, await readOwnServices());
    await writeOwnServices(sites.all);
    return {
      ...settings,
      organisation: {
        ...organisation,
        locked: read.locked,
        label: read.label,
        ownServices: sites.ofPolicy,
        upload: read.upload !== null,
      },
    };
  });
  const { language } = read;
  if (language !== null) await betweenChanges(() => saveLanguage(language));
}

function idsOf(choices: readonly ServiceChoice[]): string[] {
  return choices.map(({ id }) => id);
}

/** Without what the browser would have to be asked for, which takes a person's click. */
async function onlyPermitted(policy: Policy, choices: readonly ServiceChoice[]): Promise<Policy> {
  const { services = {} } = policy.settings;
  const needy = choices.filter(
    ({ id, permissions = [] }) => services[id] && permissions.length > 0,
  );
  const missing: string[] = [];
  for (const { id, permissions = [] } of needy) {
    if (!(await isPermitted(permissions))) missing.push(id);
  }
  const sites: OwnServiceDraft[] = [];
  for (const site of policy.ownServices) {
    if (await isPermitted(patternsFor(site.url))) sites.push(site);
  }
  const left = Object.entries(services).filter(([id]) => !missing.includes(id));
  const settings = { ...policy.settings, services: Object.fromEntries(left) };
  return { ...policy, settings, ownServices: sites };
}

function isPermitted(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}

interface Sites {
  all: OwnService[];
  /** Ids of those that are there for the policy alone. */
  ofPolicy: string[];
}

/**
 * The sites without an earlier policy's, unless they are wanted still, and with those that are missing.
 * @throws Error where there would be more than there may be
 */
function withSites(
  before: readonly OwnService[],
  earlier: readonly string[],
  wanted: readonly OwnServiceDraft[],
): Sites {
  const isWanted = (one: OwnService) => wanted.some((draft) => isSame(one, draft));
  const persons = before.filter(({ id }) => !earlier.includes(id));
  const kept = before.filter((one) => persons.includes(one) || isWanted(one));
  const missing = wanted.filter((draft) => !kept.some((one) => isSame(one, draft)));
  const all = missing.reduce((some, draft) => withOwnService(some, draft, newKey()), kept);
  return { all, ofPolicy: all.filter((one) => !persons.includes(one)).map(({ id }) => id) };
}

function isSame(one: OwnService, { name, url, contains }: OwnServiceDraft): boolean {
  return one.name === name && one.url === url && one.contains === contains;
}

/** The settings stay as they are, but for the yes, which was the organisation's. */
async function leave(organised: Organised): Promise<void> {
  const { organisation } = await readCheckSettings();
  if (organisation?.upload) await organised.uploads.organise(null);
  await organised.settings.organise(async ({ agreed, ...before }) => {
    const sites = withSites(await readOwnServices(), organisation?.ownServices ?? [], []);
    await writeOwnServices(sites.all);
    return { ...before, agreed: organisation?.agreedBefore ?? agreed, organisation: null };
  });
}

/** Empty where there is no policy, for which Firefox rejects. */
async function readManaged(): Promise<object> {
  return browser.storage.managed.get().catch(() => ({}));
}
