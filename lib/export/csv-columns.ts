import type { Attempt } from '../model/attempt.ts';
import type { Round } from '../model/round.ts';
import type { ServiceResult, TargetResult } from '../model/service.ts';

/** The sources of a row's cells. Cells of a missing source are empty. */
export interface CsvRow {
  round: Round;
  service: ServiceResult | null;
  target: TargetResult | null;
  attempt: Attempt | null;
}

export type CsvCell = string | number | boolean | null | undefined;
type ReadCell = (row: CsvRow) => CsvCell;

const joined = (list: readonly string[] | undefined): string | undefined => list?.join('|');

/** Whether every neutral foreign control answered; null if none was probed. */
function controlOk({ round }: CsvRow): boolean | null {
  const foreign = round.network.controls.filter((control) => control.group === 'foreign');
  return foreign.length === 0 ? null : foreign.every((control) => control.ok);
}

/** Raised where columns are added or mean something else. */
const schemaVersion = '2';

/** Columns in the order of the file. Append new ones at the end: scripts rely on the order. */
export const csvColumns: readonly (readonly [name: string, read: ReadCell])[] = [
  ['schema_version', () => schemaVersion],
  ['round_id', ({ round }) => round.id],
  ['round_started_at', ({ round }) => round.startedAt],
  ['trigger', ({ round }) => round.trigger],
  ['network_state', ({ round }) => round.network.state],
  ['control_ok', controlOk],
  ['service', ({ service }) => service?.id],
  ['service_state', ({ service }) => service?.state],
  ['service_round_state', ({ service }) => service?.roundState],
  ['confidence', ({ service }) => service?.confidence],
  ['scope', ({ service }) => service?.scope],
  ['locus', ({ service }) => service?.locus],
  ['service_mechanisms', ({ service }) => joined(service?.mechanisms)],
  ['role', ({ target }) => target?.role],
  ['target', ({ target }) => target?.id],
  ['kind', ({ target }) => target?.kind],
  ['url', ({ target }) => target?.url],
  ['target_state', ({ target }) => target?.state],
  ['target_mechanisms', ({ target }) => joined(target?.mechanisms)],
  ['attempt', ({ attempt }) => attempt?.n],
  ['attempt_started_at', ({ attempt }) => attempt?.startedAt],
  ['ok', ({ attempt }) => attempt?.ok],
  ['valid', ({ attempt }) => attempt?.valid],
  ['failure', ({ attempt }) => attempt?.failure],
  ['failed_operation', ({ attempt }) => attempt?.failedOperation],
  ['browser_error', ({ attempt }) => attempt?.browserError],
  ['http_status', ({ attempt }) => attempt?.httpStatus],
  ['remote_ip', ({ attempt }) => attempt?.remoteIp],
  ['protocol', ({ attempt }) => attempt?.protocol],
  ['dns_ms', ({ attempt }) => attempt?.dnsMs],
  ['connect_ms', ({ attempt }) => attempt?.connectMs],
  ['tls_ms', ({ attempt }) => attempt?.tlsMs],
  ['ttfb_ms', ({ attempt }) => attempt?.ttfbMs],
  ['total_ms', ({ attempt }) => attempt?.totalMs],
  ['bytes', ({ attempt }) => attempt?.bytes],
  ['freeze_at_bytes', ({ attempt }) => attempt?.freezeAtBytes],
  ['reused_connection', ({ attempt }) => attempt?.reusedConnection],
  ['resolver_path', ({ round }) => round.network.resolverPath],
  ['app_version', ({ round }) => round.software.version],
  ['logic_version', ({ round }) => round.software.logic],
  ['catalog_version', ({ round }) => round.software.catalog],
  ['browser', ({ round }) => round.software.browser],
  ['routing', ({ round }) => round.routing.verdict],
  ['exit_country', ({ round }) => round.routing.exitCountry],
  ['exit_asn', ({ round }) => round.routing.exitAsn],
  ['recent_tries', ({ target }) => target?.recent?.tries],
  ['recent_failures', ({ target }) => target?.recent?.failures],
  ['remote_ip_kind', ({ attempt }) => attempt?.remoteIpKind],
];

/** Filled only if the person ticks them for this export. */
export const routingColumns: ReadonlySet<string> = new Set(['routing', 'exit_country', 'exit_asn']);
