import type { PopupViewProps } from '../../components/popup/PopupView.tsx';
import type { NetworkResult, NetworkTrouble } from '../../lib/model/network.ts';
import type { PreliminaryWord, ServiceProgress } from '../../lib/model/progress.ts';
import type { Reason } from '../../lib/model/reason.ts';
import type { Role } from '../../lib/model/role.ts';
import type { Rollup } from '../../lib/model/rollup.ts';
import type { Round } from '../../lib/model/round.ts';
import type { RoutingResult, RoutingVerdict, SeenRoute } from '../../lib/model/route.ts';
import type { RoleResult, ServiceResult } from '../../lib/model/service.ts';
import type { Confidence, NetworkState, ServiceState } from '../../lib/model/state.ts';
import { defaultRoutingSettings } from '../../lib/routing/settings.ts';
import type { Day } from '../../lib/view/day.ts';
import { someSettings } from '../helpers/settings.ts';
import { buildProgress, buildRound, buildService } from '../unit/view/build-round.ts';

type PopupState = Omit<PopupViewProps, 'language' | 'readDay' | `on${string}`>;

const names = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  signal: 'Signal',
  viber: 'Viber',
  facetime: 'FaceTime',
  snapchat: 'Snapchat',
  discord: 'Discord',
  messenger: 'Messenger',
  max: 'Max',
  vk: 'VK',
};
type Id = keyof typeof names;
const ids = Object.keys(names) as Id[];

export const now = new Date('2026-02-10T15:05:00.000Z');
const startedAt = '2026-02-10T14:59:30.000Z';
const finishedAt = '2026-02-10T15:00:00.000Z';

const blocked = (reason: Reason, confidence: Confidence = 'high') =>
  seen('blocked', reason, confidence);
const likely = (reason: Reason) => seen('likely_blocked', reason, 'medium');

function seen(state: ServiceState, reason: Reason, confidence: Confidence = 'high') {
  return { state, roundState: state, reason, confidence };
}

const neverRoles: Role[] = ['messages', 'media', 'registration', 'web'];

function service(id: Id, part: Partial<ServiceResult> = {}): ServiceResult {
  const state = part.roundState ?? part.state ?? 'ok';
  const roles = neverRoles.map((role): RoleResult => {
    return { role, required: true, state, mechanisms: [] };
  });
  const reason: Reason = 'calls-path-open';
  const calls: RoleResult = {
    role: 'calls',
    required: false,
    state: 'insufficient',
    mechanisms: [],
    reason,
  };
  return buildService({ id, name: names[id], roles: [...roles, calls], ...part });
}

/** Ten services, of which those that are named are something else than open. */
function services(others: Partial<Record<Id, Partial<ServiceResult>>>): ServiceResult[] {
  return ids.map((id) => service(id, others[id]));
}

function all(part: Partial<ServiceResult>, but: readonly Id[] = []): ServiceResult[] {
  return ids.map((id) => service(id, but.includes(id) ? {} : part));
}

function round(found: ServiceResult[], part: Partial<Round> = {}): Round {
  return buildRound({ startedAt, finishedAt, services: found, routing: routed('direct'), ...part });
}

function inNetwork(state: NetworkState, found: ServiceResult[], trouble?: NetworkTrouble): Round {
  const network: NetworkResult = {
    state,
    confidence: 'high',
    resolverPath: 'system',
    controls: [],
    ...(trouble && { trouble }),
  };
  return round(found, { network });
}

function routed(verdict: RoutingVerdict, confidence: Confidence = 'medium'): RoutingResult {
  return {
    verdict,
    confidence,
    signals: [
      { id: 'exit-abroad', kind: 'exit', points: 'vpn', strength: 'weak', detail: '' },
      { id: 'canaries-open', kind: 'filter', points: 'vpn', strength: 'weak', detail: '' },
      { id: 'tunnel-none', kind: 'tunnel', points: 'direct', strength: 'weak', detail: '' },
    ],
  };
}

function via(verdict: RoutingVerdict, confidence?: Confidence): { route: SeenRoute } {
  return { route: { at: startedAt, routing: routed(verdict, confidence) } };
}

/** Russia in February 2026. */
const february = services({
  whatsapp: blocked('dns-withheld'),
  telegram: { ...seen('impaired', 'mostly-fails', 'medium'), locus: 'network' },
  signal: likely('cut-off'),
  viber: likely('cut-off'),
  facetime: likely('cut-off'),
  snapchat: likely('cut-off'),
  discord: likely('cut-off'),
  messenger: blocked('cut-off-by-name'),
});

/** All but those at home. */
function abroad(part: Partial<ServiceResult>): ServiceResult[] {
  return all(part, ['max', 'vk']);
}

const eight = abroad(likely('cut-off'));

/** After one check that saw something else than those before it. */
const newlyCut = abroad({ ...likely('cut-off'), state: 'ok', confidence: 'low' });
/** After a person's own check. */
const openAtOnce = abroad({ confidence: 'low' });
const newlyOpen = abroad({ state: 'likely_blocked', roundState: 'ok', confidence: 'low' });

/** As a detour leaves it: nobody at home is asked. */
const unasked = seen('insufficient', 'not-through-detour', 'low');
const allButHome = services({ max: unasked, vk: unasked });

function running(words: Partial<Record<Id, PreliminaryWord>>, stage: ServiceProgress['stage']) {
  return buildProgress(
    ids.map((id, index) => {
      const word = words[id] ?? null;
      return {
        id,
        name: names[id],
        word,
        stage: word ? stage : 'waiting',
        total: 5,
        probed: index % 6,
      };
    }),
  );
}

const opens = Object.fromEntries(ids.map((id) => [id, 'opens' as const]));
const someWords = {
  whatsapp: 'name-not-found',
  telegram: 'in-part',
  max: 'opens',
  signal: 'cut-off',
} as const;

const usual: PopupState = {
  round: round(services({})),
  ...via('direct'),
  progress: null,
  nextCheckAt: '2026-02-10T15:15:00.000Z',
  now,
  checkSettings: someSettings(),
  routingSettings: defaultRoutingSettings,
  isRoutePermitted: true,
  isResearchBuild: false,
  dashboardUrl: '#dashboard',
  firstPageUrl: '#welcome',
  setAside: [],
  exporting: null,
  error: null,
};

/** Names as people may give them: as long as may be, without a space, and read the other way. */
const ownSites = [
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
  'Форум жителей нашего дома на Садовой, 12',
  'انجمن همسایه‌ها (۱۲)',
].map((name, index) =>
  buildService({
    id: `own-${index}`,
    name,
    ...(index === 0 ? {} : blocked('cut-off')),
    roles: [{ role: 'web', required: true, state: index === 0 ? 'ok' : 'blocked', mechanisms: [] }],
  }),
);

const unseen = (reason: Reason) => all(seen('insufficient', reason, 'low'));

const homeOnly = inNetwork(
  'allowlist',
  all({ ...likely('network-allowlist'), scope: 'network' }, ['max', 'vk']),
);

/** Everything that the popup can look like, by name. */
export const popupStates = {
  'all-open': {},
  'all-open-detour': {
    round: round(allButHome, { routing: routed('vpn_likely') }),
    ...via('vpn_likely'),
  },
  'all-open-perhaps-detour': {
    round: round(allButHome, { routing: routed('vpn_likely', 'low') }),
    ...via('vpn_likely', 'low'),
  },
  'two-open': { round: round(eight) },
  february: { round: round(february) },
  'newly-cut': { round: round(newlyCut) },
  'newly-open': { round: round(newlyOpen) },
  'open-at-once': { round: round(openAtOnce) },
  'one-closed': { round: round(services({ whatsapp: blocked('dns-withheld') })) },
  'one-in-part': {
    round: round(services({ telegram: seen('impaired', 'some-roles-fail', 'medium') })),
  },
  'none-open': { round: round(all(blocked('silent-by-name'))) },
  'every-state': {
    round: round(
      services({
        whatsapp: blocked('block-page'),
        telegram: seen('impaired', 'transfer-freezes'),
        signal: likely('no-answer'),
        viber: seen('down', 'server-error'),
        facetime: seen('insufficient', 'too-few-attempts', 'low'),
        discord: { ...blocked('cut-off'), roundState: 'ok', confidence: 'low' },
        max: seen('insufficient', 'not-through-detour', 'low'),
      }),
    ),
    ...via('split'),
  },
  'first-run': { round: null, checkSettings: someSettings({ agreed: false }) },
  unchecked: { round: null, route: null, nextCheckAt: null },
  'first-check': { round: null, route: null, progress: running(someWords, 'probing') },
  'check-again': { round: round(february), progress: running(someWords, 'probing') },
  'check-clear': { round: round(february), progress: running(opens, 'done') },
  paused: {
    round: round(february),
    checkSettings: someSettings({ pausedUntil: '2026-02-10T18:00:00.000Z' }),
  },
  'paused-open-end': {
    round: round(february),
    checkSettings: someSettings({ pausedUntil: 'resumed' }),
  },
  'paused-home-only': { round: homeOnly, checkSettings: someSettings({ pausedUntil: 'resumed' }) },
  'paused-no-permission': {
    round: round(unseen('needs-permission')),
    route: null,
    checkSettings: someSettings({ pausedUntil: 'resumed' }),
  },
  'by-hand': { checkSettings: someSettings({ everyMinutes: null }), nextCheckAt: null },
  stale: { round: round(february), now: new Date('2026-02-12T15:05:00.000Z'), route: null },
  'no-permission': { round: round(unseen('needs-permission')), route: null },
  offline: { round: inNetwork('offline', unseen('network-offline')), route: null },
  portal: { round: inNetwork('captive_portal', unseen('network-portal')), route: null },
  clock: { round: inNetwork('degraded', unseen('clock-wrong'), 'clock'), route: null },
  certificates: {
    round: inNetwork('degraded', unseen('network-degraded'), 'certificates'),
    route: null,
  },
  names: { round: inNetwork('degraded', unseen('network-names'), 'resolver'), route: null },
  proxy: { round: inNetwork('degraded', unseen('proxy-fails'), 'proxy'), route: null },
  unsteady: { round: inNetwork('degraded', unseen('network-degraded'), 'loss'), route: null },
  'home-only': { round: homeOnly },
  'some-only': {
    round: inNetwork(
      'allowlist',
      all({ ...likely('network-only-some'), scope: 'network' }, ['telegram', 'max']),
      'only-services',
    ),
    route: null,
  },
  'route-off': { routingSettings: { ...defaultRoutingSettings, showRouting: false } },
  'route-not-permitted': { isRoutePermitted: false },
  'secure-dns': {
    round: round(february, {
      network: {
        state: 'normal',
        confidence: 'high',
        resolverPath: 'secure_dns',
        controls: [],
      },
    }),
  },
  unsaved: { round: round(february), error: 'unsaved' },
  // What a person chose cannot be read either.
  unreadable: { round: null, checkSettings: someSettings({ agreed: false }), error: 'storage' },
  research: { isResearchBuild: true },
  'own-alone': { round: round(ownSites), route: null },
} as const satisfies Record<string, Partial<PopupState>>;

export type PopupStateName = keyof typeof popupStates;

export function popupState(name: PopupStateName): PopupState {
  return { ...usual, ...popupStates[name] };
}

const hourMs = 60 * 60 * 1000;
const endMs = Date.parse('2026-02-10T16:00:00.000Z');

/**
 * A day in which the services were as they are now for the last ten hours, and open before; with a pause, with one by
 * another way, and with one service that was down.
 */
export function dayBefore(shown: Round | null): Day {
  const nowOf = (id: Id) =>
    (shown?.services ?? february).find((one) => one.id === id)?.state ?? 'ok';
  return {
    bars: Array.from({ length: 24 }, (_, index) => ({
      fromMs: endMs - (24 - index) * hourMs,
      toMs: endMs - (23 - index) * hourMs,
      rollups: index >= 9 && index < 12 ? [] : ids.map((id) => rollupOf(id, nowOf(id), index)),
    })),
    states: ids.map((id) => ({
      service: id,
      state: nowOf(id),
      since: '2026-02-10T06:12:00.000Z',
      seenAt: startedAt,
    })),
  };
}

function rollupOf(id: Id, last: ServiceState, hour: number): Rollup {
  const state = hour < 14 && id !== 'vk' ? 'ok' : last;
  const states: Rollup['states'] = { [id === 'vk' && hour < 4 ? 'down' : state]: 4 };
  if (hour === 14 && last !== 'ok') states.ok = 2;
  const isDetour = hour === 20 && id !== 'max' && id !== 'vk';
  return {
    service: id,
    route: isDetour ? 'vpn_likely' : 'direct',
    states: isDetour ? { ok: 4 } : states,
    mechanisms: {},
    tries: 4,
    failures: 0,
    times: {},
    roles: {},
  };
}
