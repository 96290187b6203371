import type { DashboardViewProps } from '../../components/dashboard/DashboardView.tsx';
import { eventsAtHome } from '../../lib/catalog/events/index.ts';
import { spans } from '../../lib/history/queries/bars.ts';
import type { Attempt } from '../../lib/model/attempt.ts';
import type { Bar, ServiceCheck, Span } from '../../lib/model/bar.ts';
import { bucketOf } from '../../lib/model/latency.ts';
import type { Note } from '../../lib/model/note.ts';
import type { Rollup } from '../../lib/model/rollup.ts';
import type { Round } from '../../lib/model/round.ts';
import type { TargetResult } from '../../lib/model/service.ts';
import type { ServiceState } from '../../lib/model/state.ts';
import type { Transition } from '../../lib/model/transition.ts';
import { defaultAlertSettings } from '../../lib/settings/alert-settings.ts';
import { noBackup } from '../../lib/view/actions/backup-actions.ts';
import type { HistoryQueries } from '../../lib/view/page/history-queries.ts';
import { someSettings } from '../helpers/settings.ts';
import { buildAttempt } from '../unit/view/build-round.ts';
import { now, popupState } from './popup-states.ts';

/** The pages of the dashboard by name, with the address of each. */
export const dashboardPages = {
  overview: 'overview',
  timeline: 'timeline',
  service: 'service/signal',
  round: 'round/round-1',
  settings: 'settings',
  share: 'share',
  export: 'export',
  backup: 'backup',
  about: 'about',
} as const;

/** What a page has once nothing more is to come, where that is not its heading. */
export const dashboardComplete: Partial<Record<string, string>> = {
  overview: '.changes li',
  timeline: '.timeline li',
  service: '.charts canvas',
  round: '.evidence',
  settings: '.settings',
  share: 'canvas',
};

/** Each page of the dashboard in each of the two languages on one ground, and from right to left. */
export const dashboardGrounds: { language: string; scheme: 'light' | 'dark'; note: string }[] = [
  { language: 'en', scheme: 'dark', note: 'New provider' },
  { language: 'ru', scheme: 'light', note: 'Новый провайдер' },
  { language: 'fa', scheme: 'light', note: 'اینترنت‌دهندهٔ تازه' },
];

export type DashboardData = Omit<DashboardViewProps, 'address' | 'language' | `on${string}`>;

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

const {
  progress: _progress,
  dashboardUrl: _url,
  firstPageUrl: _first,
  ...seen
} = popupState('february');
const shown = seen.round as Round;

/** What was asked of a service, and what came of it. */
function targetsOf(id: string, state: ServiceState): TargetResult[] {
  return ['web', 'messages'].map((role, index) => ({
    id: `${id}/${role}`,
    role: role as TargetResult['role'],
    kind: 'https',
    url: `https://${role}.${id}.example/`,
    state,
    mechanisms: [],
    retired: false,
    attempts: [1, 2, 3].map((n) => attemptOf(n, index, state !== 'ok')),
  }));
}

function attemptOf(n: number, index: number, fails: boolean): Attempt {
  const startedAt = new Date(Date.parse(shown.startedAt) + n * 7_000 + index * 1_500).toISOString();
  if (fails) {
    return buildAttempt({
      n,
      startedAt,
      ok: false,
      failure: 'connection_reset',
      browserError: 'net::ERR_CONNECTION_RESET',
      httpStatus: null,
      totalMs: 3_400 + n * 90,
      bytes: null,
    });
  }
  return buildAttempt({ n, startedAt, totalMs: 180 + n * 40 + index * 25, bytes: 4_310 });
}

const controls = [
  { id: 'example', group: 'foreign', ok: true, failure: null, totalMs: 141 },
  { id: 'example-home', group: 'domestic', ok: true, failure: null, totalMs: 38 },
] as const;

const round: Round = {
  ...shown,
  network: { ...shown.network, controls: [...controls] },
  services: shown.services.map((service) => ({
    ...service,
    targets: targetsOf(service.id, service.state),
  })),
};

/** Most were open until ten days ago; VK was out of order once, and for some days nothing was checked. */
function stateAt(id: string, atMs: number): ServiceState | null {
  const ago = (now.getTime() - atMs) / dayMs;
  if (ago > 40 && ago < 43) return null;
  const last = round.services.find((service) => service.id === id)?.state ?? 'ok';
  if (id === 'vk' && ago > 16 && ago < 17.5) return 'down';
  return ago > 10 ? 'ok' : last;
}

function rollupOf(id: string, atMs: number): Rollup[] {
  const state = stateAt(id, atMs);
  if (state === null) return [];
  const failures = state === 'ok' ? 0 : 7;
  // Slower in the evening.
  const ms = 180 + 60 * Math.sin(atMs / dayMs) ** 2;
  return [
    {
      service: id,
      route: 'direct',
      states: { [state]: 4 },
      mechanisms: failures > 0 ? { reset: 4 } : {},
      tries: 8,
      failures,
      times: failures > 0 ? {} : { [bucketOf(ms)]: 6, [bucketOf(ms * 2.4)]: 2 },
      roles: rolesOf(state),
    },
  ];
}

/** Of what does not open, pictures and files are closed always, and messages half the time. */
function rolesOf(state: ServiceState): Rollup['roles'] {
  const open = { states: { ok: 4 }, tries: 4, failures: 0 };
  if (state === 'ok') return { messages: open, media: open };
  const media = { states: { [state]: 4 }, mechanisms: { reset: 4 }, tries: 4, failures: 4 };
  return { messages: { ...media, states: { ok: 2, [state]: 2 }, failures: 2 }, media };
}

function barsOf(span: Span, only?: string): Bar[] {
  const { bars, barMs } = spans[span];
  const endMs = (Math.floor(now.getTime() / barMs) + 1) * barMs;
  return Array.from({ length: bars }, (_, index) => {
    const fromMs = endMs - (bars - index) * barMs;
    const services = round.services.filter(({ id }) => only === undefined || id === only);
    return {
      fromMs,
      toMs: fromMs + barMs,
      rollups: services.flatMap(({ id }) => rollupOf(id, fromMs)),
    };
  });
}

const changes: Transition[] = round.services
  .filter(({ state }) => state !== 'ok')
  .map(({ id, state, targets }, index) => {
    const at = new Date(now.getTime() - 10 * dayMs + index * 2 * hourMs).toISOString();
    return {
      service: id,
      from: 'ok' as const,
      to: state,
      at,
      roundId: round.id,
      number: 900 + index,
      day: 60,
      mechanisms: [],
      confidence: 'medium' as const,
      route: 'direct' as const,
      witnesses: [{ roundId: round.id, startedAt: at, targets: [...targets] }],
    };
  })
  .toReversed();

const checks: ServiceCheck[] = [0, 1, 2, 3].map((index) => ({
  roundId: round.id,
  number: 950 + index,
  startedAt: new Date(now.getTime() - index * 15 * 60_000).toISOString(),
  state: 'likely_blocked',
  scope: 'service',
  roundState: 'likely_blocked',
  mechanisms: [],
}));

/** @param noteText in the language of the page */
function notesOf(noteText: string): Note[] {
  return [{ id: 'note-1', at: '2026-02-04T09:00:00.000Z', text: noteText }];
}

function queriesFor(noteText: string): HistoryQueries {
  return {
    readBars: async (span, service) => barsOf(span, service),
    readChanges: async (limit, service) =>
      changes.filter((one) => service === undefined || one.service === service).slice(0, limit),
    readChecks: async () => checks,
    readSeenStates: async () => [],
    readKnownServices: async () => round.services.map(({ id }) => id),
    readRound: async () => round,
    countRounds: async () => 2_914,
    readServices: async () => round.services.map(({ id, name }) => ({ id, name })),
    readNotes: async () => notesOf(noteText),
    readFirstCheck: async () => '2025-11-20T10:12:00.000Z',
    async readEvents() {
      const { events, ...home } = eventsAtHome('RU');
      const today = now.toISOString().slice(0, 10);
      return { ...home, events: events.filter(({ day }) => day <= today) };
    },
  };
}

/** Everything that the dashboard shows but what the browser gives. */
export function dashboardData(noteText: string): DashboardData {
  return {
    ...seen,
    rounds: [round],
    progress: null,
    isDeleting: false,
    checkSettings: someSettings(),
    services: round.services.map(({ id, name }) => ({
      id,
      name,
      enabledByDefault: true,
      ...((id === 'max' || id === 'vk') && { atHome: true as const }),
    })),
    catalog: { version: '2026-01-30', reviewed: null, fromFile: false },
    reportedCosts: { savesData: true, cellular: false },
    backup: noBackup,
    alerts: { settings: { ...defaultAlertSettings, isOn: true }, isPermitted: true },
    upload: { settings: null, isPermitted: true, status: null, waiting: 0 },
    queries: queriesFor(noteText),
  };
}
