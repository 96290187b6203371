import type { Signal } from '@preact/signals';
import type { RoundProgress } from '../../model/progress.ts';
import { isOutdated } from '../route.ts';
import { situationIdOf } from '../situation.ts';
import { createPageActions, type PageActions } from './page-actions.ts';
import { createPageHistory } from './page-history.ts';
import { createPageProgress } from './page-progress.ts';
import type { PageSources } from './page-sources.ts';
import {
  createStateHolder,
  type InitialSettings,
  type PageState,
  type StateHolder,
} from './page-state.ts';

type ShownSettings = Pick<PageState, 'checkSettings' | 'routingSettings'>;

export interface PageStore {
  state: Signal<PageState>;
  /** For the actions of one page alone. */
  holder: StateHolder;
  actions: PageActions;
  /** Reads history and settings only, which is enough to paint. */
  open: () => Promise<void>;
  /** Asks the worker, which may be asleep, for its progress. */
  refresh: () => Promise<void>;
  /** The page hears of changes from now on: reads again what may have changed since it opened, and refreshes. */
  follow: () => Promise<void>;
  onProgress: (progress: RoundProgress | null) => Promise<void>;
  /** The settings have changed, here or on another page. */
  onSettings: (settings: ShownSettings) => Promise<void>;
  /** The history has changed, though no round has ended. */
  onHistory: () => Promise<void>;
  /** A permission was given or taken away, perhaps in the browser's settings. */
  onPermissions: () => Promise<void>;
  /** Updates the time; asks for progress while a round runs, since its worker may have died. */
  tick: () => Promise<void>;
}

export function createPageStore(sources: PageSources, settings: InitialSettings): PageStore {
  const holder = createStateHolder(sources.now, settings);
  const { state, change, attempt } = holder;
  const history = createPageHistory(sources, holder);
  const progress = createPageProgress(sources);
  const actions = createPageActions(sources, holder, progress);

  async function read(needsPermission: (shown: PageState) => boolean) {
    const reading = history.read();
    await attempt('storage', async () => {
      receive(holder, await sources.readSettings());
      return {};
    });
    await reading;
    if (!needsPermission(state.peek())) return;
    await attempt('worker', async () => ({ isRoutePermitted: await sources.isRoutePermitted() }));
  }

  async function refresh() {
    await attempt('worker', async () => ({
      nextCheckAt: await sources.readNextCheckAt(),
      services: await sources.readServices(),
      catalog: await sources.readCatalog(),
      ...(await progress.ask()),
    }));
    await history.follow();
  }

  return {
    state,
    holder,
    actions,
    open: () => read(holdsNoLook),
    refresh,
    async follow() {
      await read(() => true);
      await refresh();
      await checkWherePermitted(holder, sources, actions);
    },
    async onProgress(told) {
      progress.told();
      if (told && told.judged !== true) return change({ progress: told });
      await history.read();
      await refresh();
    },
    async onSettings(changed) {
      receive(holder, changed);
      await refresh();
    },
    onHistory: history.read,
    async onPermissions() {
      change({ isRoutePermitted: await sources.isRoutePermitted() });
      await checkWherePermitted(holder, sources, actions);
    },
    async tick() {
      if (state.peek().progress) await refresh();
      else change({});
    },
  };
}

/** A look at the route that still holds was permitted, and the browser's answer would hold up the first frame. */
function holdsNoLook({ route, now }: PageState): boolean {
  return route === null || isOutdated(route.at, now);
}

function receive({ checkSettings, routingSettings }: StateHolder, settings: ShownSettings): void {
  checkSettings.receive(settings.checkSettings);
  routingSettings.receive(settings.routingSettings);
}

/** Checks where no site was permitted to the last round, and all are now: perhaps by the browser's settings. */
async function checkWherePermitted(
  { state }: StateHolder,
  sources: PageSources,
  { onCheck }: PageActions,
): Promise<void> {
  const { rounds, checkSettings, ...seen } = state.peek();
  const situation = situationIdOf({ ...seen, round: rounds[0] ?? null, settings: checkSettings });
  if (situation === 'no-permission' && (await sources.isCheckPermitted())) onCheck();
}
