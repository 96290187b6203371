import { isOwnService } from '../model/own-service.ts';
import type { Reason } from '../model/reason.ts';
import type { Round } from '../model/round.ts';
import type { ServiceResult } from '../model/service.ts';
import { isPaused } from '../settings/pause.ts';
import type { PageState } from './page/page-state.ts';
import { routeGap } from './route.ts';

export interface DiagnosticsFacts
  extends Pick<
    PageState,
    | 'rounds'
    | 'checkSettings'
    | 'services'
    | 'catalog'
    | 'routingSettings'
    | 'language'
    | 'error'
    | 'now'
  > {
  isRoutePermitted: boolean;
  isResearchBuild: boolean;
  setAside: PageState['setAside'];
  /** How many checks the history has; null where it could not be read. */
  recorded: number | null;
}

/**
 * What whoever mends a fault wants to know, in English, a line for each fact. Without what may tell who the person
 * is: addresses, the route's result, times of day, and names of the person's own services.
 */
export function diagnosticsReport(facts: DiagnosticsFacts): string {
  const [latest] = facts.rounds;
  return [...setUp(facts), ...(latest ? latestCheck(latest) : ['Latest check: none'])].join('\n');
}

function setUp(facts: DiagnosticsFacts): string[] {
  const { checkSettings, routingSettings, services, catalog, setAside } = facts;
  const own = services.filter(isOwnService).length;
  const paused = isPaused(checkSettings, facts.now);
  const every =
    checkSettings.everyMinutes === null ? 'by hand' : `every ${checkSettings.everyMinutes} min`;
  const catalogName = catalog
    ? `${catalog.version}${catalog.fromFile ? ', from a file' : ''}`
    : 'unknown';
  return [
    `Language: ${facts.language}`,
    `Build: ${facts.isResearchBuild ? 'research' : 'store'}`,
    `Catalogue: ${catalogName}`,
    `Checks: ${checkSettings.agreed ? every : 'not agreed to'}${paused ? ', paused' : ''}`,
    `Changed from the catalogue: ${Object.keys(checkSettings.services).length} services, ${own} of one's own`,
    `Route: ${routeGap(facts) ?? 'looked at'}; home country ${routingSettings.homeCountry === null ? 'not set' : 'set'}`,
    `History: ${facts.recorded === null ? 'not read' : `${facts.recorded} checks`}, kept ${checkSettings.keptDays} days`,
    ...setAside.map(({ why }) => `Set aside: a history that is ${why}`),
    `Error on the page: ${facts.error ?? 'none'}`,
  ];
}

function latestCheck({ software, startedAt, trigger, network, services }: Round): string[] {
  const trouble = network.trouble === undefined ? '' : ` (${network.trouble})`;
  return [
    `Version: ${software.version}, rules ${software.logic}, ${software.browser}`,
    `Latest check: ${startedAt.slice(0, 10)}, by ${trigger}`,
    `Network: ${network.state}${trouble}, ${network.confidence}; names by ${network.resolverPath}`,
    ...services.filter((service) => !isOwnService(service)).map(verdict),
  ];
}

function verdict({ id, state, roundState, confidence, reason, mechanisms }: ServiceResult): string {
  const own = roundState === state ? '' : ` (this check: ${roundState})`;
  const why = withoutRoute(reason);
  return `${id}: ${[`${state}${own}`, confidence, why, ...mechanisms].join(', ')}`;
}

/** That a service was left out because of a detour tells of the route; that it was not asked does not. */
function withoutRoute(reason: Reason): Reason {
  return reason === 'not-through-detour' ? 'too-few-attempts' : reason;
}
