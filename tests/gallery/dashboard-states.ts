import type { Bar } from '../../lib/model/bar.ts';
import type { Round } from '../../lib/model/round.ts';
import type { SetAside } from '../../lib/model/set-aside.ts';
import type { Transition } from '../../lib/model/transition.ts';
import { defaultRoutingSettings } from '../../lib/routing/settings.ts';
import { defaultAlertSettings } from '../../lib/settings/alert-settings.ts';
import type { BackupState } from '../../lib/view/actions/backup-actions.ts';
import { aBackupPreview } from '../helpers/backup-preview.ts';
import { noHistory } from '../helpers/no-history.ts';
import { anOrganisation, someSettings } from '../helpers/settings.ts';
import { anUploadState, anUploadStatus } from '../helpers/upload-states.ts';
import { type DashboardData, dashboardData, dashboardPages } from './dashboard-pages.ts';
import { popupState } from './popup-states.ts';

/** What a page of the dashboard can look like, beside how it usually does. */
interface DashboardState {
  /** Of the page. */
  place: string;
  /** As in `dashboardComplete`, where it is not that of the page. */
  complete?: string;
  data?: (usual: DashboardData) => Partial<DashboardData>;
}

const fails = async (): Promise<never> => {
  throw new Error('the history cannot be read');
};

const setAside: SetAside[] = (['newer', 'damaged', 'lost', 'mended'] as const).map((why, day) => ({
  database: why,
  why,
  at: `2026-02-0${day + 3}T08:00:00.000Z`,
}));

/** Every second time was checked by another way, on which all open. */
function byTwoWays(bars: readonly Bar[]): Bar[] {
  return bars.map((bar, index) =>
    index % 2 === 0
      ? bar
      : {
          ...bar,
          rollups: bar.rollups.map((one) => ({ ...one, route: 'vpn_likely', states: { ok: 4 } })),
        },
  );
}

/** What was seen of each service by either way, in turn. */
function seenByTwoWays({ startedAt, services }: Round) {
  const atMs = Date.parse(startedAt);
  return services.flatMap(({ id, state }) => [
    { service: id, state, scope: 'service' as const, route: 'direct' as const, atMs },
    { service: id, state: 'ok', scope: 'service', route: 'vpn_likely', atMs } as const,
  ]);
}

/** As it is told where all neutral foreign sites failed with the service. */
function whileShut(change: Transition): Transition {
  return { ...change, to: 'likely_blocked', scope: 'network' };
}

const backup = (state: BackupState): DashboardState => ({
  place: 'backup',
  data: () => ({ backup: state }),
});

/** Names as people may give them, one as long as may be. */
function ownSites(): Partial<DashboardData> {
  const round = popupState('own-alone').round as Round;
  const services = round.services.map(({ id, name }) => ({
    id,
    name,
    enabledByDefault: true,
    own: { url: `https://${'long-'.repeat(11)}name.example/`, contains: null },
  }));
  return { rounds: [round], services };
}

const own = { url: 'https://club.example/', contains: 'Welcome' };

/** By name. */
export const dashboardStates = {
  'first steps': {
    place: 'overview',
    complete: '.first-steps',
    data: () => ({ rounds: [], route: null, checkSettings: someSettings({ agreed: false }) }),
  },
  'not checked yet': {
    place: 'overview',
    complete: '.situation',
    data: () => ({ rounds: [], route: null }),
  },
  checking: {
    place: 'overview',
    data: () => ({ progress: popupState('check-again').progress }),
  },
  paused: {
    place: 'overview',
    data: () => ({ checkSettings: popupState('paused').checkSettings }),
  },
  'paused, and else by hand': {
    place: 'overview',
    data: () => ({
      checkSettings: someSettings({ pausedUntil: 'resumed', everyMinutes: null }),
      nextCheckAt: null,
    }),
  },
  'no site permitted': {
    place: 'overview',
    data: () => ({ rounds: [popupState('no-permission').round as Round], route: null }),
  },
  'further messengers offered': {
    place: 'overview',
    data: ({ services }) => ({
      services: [
        ...services,
        { id: 'imo', name: 'imo', enabledByDefault: false, offered: true },
        { id: 'bip', name: 'BiP', enabledByDefault: false, offered: true },
      ],
    }),
  },
  'two ways': {
    place: 'overview',
    data: ({ queries, rounds }) => ({
      queries: {
        ...queries,
        readBars: async (span, service) => byTwoWays(await queries.readBars(span, service)),
        readSeenStates: async () => seenByTwoWays(rounds[0] as Round),
      },
    }),
  },
  'changes while the network was shut': {
    place: 'overview',
    data: ({ queries }) => ({
      queries: {
        ...queries,
        readChanges: async (limit, service) =>
          (await queries.readChanges(limit, service)).map(whileShut),
      },
    }),
  },
  'histories set aside': { place: 'overview', data: () => ({ setAside }) },
  'a check that was not saved': { place: 'overview', data: () => ({ error: 'unsaved' }) },
  'a history that cannot be read': {
    place: 'overview',
    complete: '.history > p',
    data: ({ queries }) => ({ queries: { ...queries, readBars: fails, readChanges: fails } }),
  },
  'research build': { place: 'overview', data: () => ({ isResearchBuild: true }) },
  'sites with all kinds of names': { place: 'overview', data: ownSites },
  'a service that was cut off just now': {
    place: 'service/signal',
    data: () => ({ rounds: [popupState('newly-cut').round as Round] }),
  },
  'a service that opens just now': {
    place: 'service/signal',
    data: () => ({ rounds: [popupState('newly-open').round as Round] }),
  },
  'a service at home that is not asked': {
    place: 'service/max',
    data: () => {
      const { round, route } = popupState('all-open-detour');
      return { rounds: [round as Round], route };
    },
  },
  'a service that is not checked': { place: 'service/other' },
  'a check that is gone': {
    place: 'round/gone',
    data: ({ queries }) => ({ queries: { ...queries, readRound: async () => null } }),
  },
  'no such page': { place: 'nowhere' },
  'a timeline without a check': {
    place: 'timeline',
    complete: 'main h1',
    data: () => ({ rounds: [], route: null, queries: noHistory }),
  },
  'settings of an organisation': {
    place: 'settings',
    data: () => ({
      checkSettings: someSettings({
        organisation: anOrganisation({ locked: ['everyMinutes', 'services'] }),
      }),
    }),
  },
  'a policy that does not fit': {
    place: 'settings',
    data: () => ({
      checkSettings: someSettings({
        organisation: anOrganisation({
          problem: 'everyMinutes: found 7, allowed: 0, 5, 15, 30, 60, 180',
        }),
      }),
    }),
  },
  'a site of one’s own': {
    place: 'settings',
    data: ({ services }) => ({
      services: [...services, { id: 'own-club', name: 'Club', enabledByDefault: true, own }],
    }),
  },
  'a catalogue from a file': {
    place: 'settings',
    data: () => ({ catalog: { version: '2026-02-09', reviewed: '2026-02-08', fromFile: true } }),
  },
  'alerts and route not permitted': {
    place: 'settings',
    data: () => ({
      alerts: { settings: { ...defaultAlertSettings, isOn: true }, isPermitted: false },
      isRoutePermitted: false,
    }),
  },
  'an upload that fails': {
    place: 'settings',
    data: () => ({
      upload: anUploadState({
        waiting: 12,
        status: anUploadStatus({
          delivered: 340,
          dropped: 3,
          refused: 2,
          problem: { kind: 'status', status: 503, at: '2026-02-10T15:01:00.000Z' },
          notBefore: '2026-02-10T15:31:00.000Z',
        }),
      }),
    }),
  },
  'an upload that is not permitted': {
    place: 'settings',
    data: () => ({ upload: anUploadState({ isPermitted: false }) }),
  },
  'a part that is being deleted': { place: 'settings', data: () => ({ isDeleting: true }) },
  'a file that is being made': {
    place: 'export',
    data: () => ({ exporting: { done: 1_200, total: 2_914 } }),
  },
  'nothing to export': { place: 'export', data: () => ({ rounds: [], route: null }) },
  'nothing to share': {
    place: 'share',
    complete: 'main h1',
    data: () => ({ rounds: [], route: null }),
  },
  'a backup that is being read': backup({ step: 'reading', progress: { done: 700, total: 2_914 } }),
  'a backup that can be restored': backup({
    step: 'preview',
    preview: aBackupPreview({
      at: '2026-02-10T12:00:00.000Z',
      from: '2025-11-20T10:12:00.000Z',
      to: '2026-02-10T11:45:00.000Z',
      settings: ['everyMinutes', 'ownServices'],
      hasExits: true,
      notes: 2,
      permissions: ['https://club.example/*'],
    }),
  }),
  'a backup that does not fit': backup({
    step: 'problem',
    problem: { line: 7, field: 'startedAt', found: '"soon"', rule: 'shape', detail: 'a time' },
  }),
  'a backup that is restored': backup({ step: 'none', outcome: 'restored' }),
  'the route not looked at': {
    place: 'overview',
    data: () => ({ routingSettings: { ...defaultRoutingSettings, showRouting: false } }),
  },
} as const satisfies Record<string, DashboardState>;

export type DashboardStateName = keyof typeof dashboardStates;

/** @param name of a state, or anything else for what is usual */
export function dashboardState(name: string | null, noteText: string): DashboardData {
  const usual = dashboardData(noteText);
  const states: Partial<Record<string, DashboardState>> = dashboardStates;
  return { ...usual, ...states[name ?? '']?.data?.(usual) };
}

/** Everything that the dashboard can look like: its pages, and what differs from them. */
export const dashboardLooks = [...Object.entries(dashboardPages), ...statePlaces()].map(
  ([name, place]) => ({ name, place }),
);

function statePlaces(): [name: string, place: string][] {
  return Object.entries(dashboardStates).map(([name, { place }]) => [name, place]);
}
