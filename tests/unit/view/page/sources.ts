import type { Round } from '../../../../lib/model/round.ts';
import type { SeenRoute } from '../../../../lib/model/route.ts';
import { defaultRoutingSettings, type RoutingChange } from '../../../../lib/routing/settings.ts';
import type { CheckSettings } from '../../../../lib/settings/check-settings.ts';
import type { PageSources } from '../../../../lib/view/page/page-sources.ts';
import { aCatalogPreview } from '../../../helpers/catalog-preview.ts';
import { someSettings } from '../../../helpers/settings.ts';
import { aSiteAnswer } from '../../../helpers/site-answers.ts';
import { buildRound } from '../build-round.ts';

export function aHistory(part: Partial<Round> = {}): { rounds: Round[]; route: SeenRoute | null } {
  return { rounds: [buildRound(part)], route: null };
}

export function buildSources(part: Partial<PageSources> = {}): PageSources {
  return {
    readHistory: async () => aHistory(),
    readSetAside: async () => [],
    mendHistory: async () => {},
    deleteSetAside: async () => {},
    saveSetAside: async () => {},
    readSettings: async () => ({
      checkSettings: someSettings(),
      routingSettings: defaultRoutingSettings,
    }),
    isCheckPermitted: async () => true,
    requestCheckPermission: async () => true,
    isRoutePermitted: async () => true,
    requestRoutePermission: async () => true,
    removeRoutePermission: async () => {},
    requestHosts: async () => true,
    requestSitePermission: async () => true,
    addOwnService: async () => {},
    removeOwnService: async () => {},
    tryService: async () => aSiteAnswer(),
    readServices: async () => [],
    readCatalog: async () => ({ version: '2026-11-26', reviewed: null, fromFile: false }),
    previewCatalog: async () => aCatalogPreview(),
    useCatalog: async () => {},
    useBuiltInCatalog: async () => {},
    readProgress: async () => null,
    readNextCheckAt: async () => '2026-03-01T12:15:00.000Z',
    readLostRound: async () => null,
    agree: async () => someSettings(),
    changeSettings: async (change) => someSettings(change),
    changeRouting: async (change) => ({ ...defaultRoutingSettings, ...change }),
    resetSettings: async () => someSettings(),
    startRound: async () => 'round-2',
    cancelRound: async () => true,
    loadTexts: async () => {},
    saveLanguage: async () => {},
    deletePart: async () => {},
    deleteEverything: async () => {},
    saveExport: async () => {},
    now: () => new Date('2026-03-01T12:05:00.000Z'),
    ...part,
  };
}

export function allSettings(checks: Partial<CheckSettings>, routing: RoutingChange = {}) {
  return {
    checkSettings: someSettings(checks),
    routingSettings: { ...defaultRoutingSettings, ...routing },
  };
}

export const settled = {
  language: 'en',
  reportedCosts: { savesData: true, cellular: false },
  isResearchBuild: false,
} as const;

export const fails = async (): Promise<never> => {
  throw new Error('broken');
};
