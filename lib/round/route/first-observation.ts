import { allControls } from '../../catalog/all-controls.ts';
import { fakeAddressesOf } from '../../routing/fake-addresses.ts';
import type { LineObservation, RoutingObservation } from '../../routing/observation.ts';
import type { EchoReading } from '../../routing/read-echo.ts';
import { shareAddress } from '../../routing/shared-address.ts';
import type { PlannedRound } from '../phases.ts';
import { withoutAddresses } from './ask-echoes.ts';
import { genuineAnswers } from './genuine-answers.ts';

/** What a round knows of the route before any host of the home country is asked. */
export interface FirstLook
  extends Partial<Pick<RoutingObservation, 'statedHome' | 'timeZone' | 'languages'>> {
  readings: readonly EchoReading[];
  line: LineObservation;
}

/** An observation of the route of which the rest is not known yet. */
export function firstObservation(
  round: PlannedRound,
  { readings, line, ...person }: FirstLook,
): RoutingObservation {
  return {
    at: round.clock.now().toISOString(),
    home: round.catalog.home,
    statedHome: null,
    timeZone: null,
    languages: [],
    ...person,
    echoes: withoutAddresses(readings),
    canariesOpen: [],
    homeOnlyOpen: [],
    callExit: 'unknown',
    fakeAddresses: fakeAddressesOf(genuineAddresses(round)),
    sharesAddress: shareAddress(genuineAnswers(round)),
    line,
    exitChanged: null,
    recordExit: false,
  };
}

/** Addresses at which the controls' names answered with a valid certificate. */
function genuineAddresses({ catalog, log }: PlannedRound): string[] {
  const named = allControls(catalog).filter(({ url }) => /^https:\/\/[^/]*[a-z]/i.test(url));
  const attempts = named.flatMap(({ id }) => log.record.controls.get(id) ?? []);
  return attempts.flatMap(({ failure, valid, remoteIp }) =>
    valid && failure === null ? (remoteIp ?? []) : [],
  );
}
