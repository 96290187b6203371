import { addingUpScenarios } from './adding-up.ts';
import { authorityScenarios } from './authorities.ts';
import { benignScenarios } from './benign.ts';
import { catalogueScenarios } from './catalogue.ts';
import { chanceScenarios } from './chance.ts';
import { changeScenarios } from './changes.ts';
import { clockScenarios, namelessScenarios } from './clock.ts';
import { countryScenarios } from './countries.ts';
import { dnsScenarios } from './dns.ts';
import { edgeScenarios } from './edges.ts';
import { familyScenarios } from './families.ts';
import { httpScenarios } from './http.ts';
import { hysteresisScenarios } from './hysteresis.ts';
import { keptConnectionScenarios } from './kept-connections.ts';
import { mixedScenarios } from './mixtures.ts';
import { networkScenarios } from './network.ts';
import { onlySomeScenarios } from './only-some.ts';
import { ooniScenarios } from './ooni.ts';
import { ownFilterScenarios } from './own-filters.ts';
import { ownServiceScenarios } from './own-services.ts';
import { placeScenarios } from './places.ts';
import { plainScenarios } from './plain.ts';
import { roleScenarios } from './roles.ts';
import { routingScenarios } from './routing.ts';
import { russianScenarios } from './russia.ts';
import type { Scenario } from './scenario.ts';
import { socketScenarios } from './sockets.ts';
import { tcpScenarios } from './tcp.ts';
import { tlsScenarios } from './tls.ts';
import { transferScenarios } from './transfers.ts';
import { tunnelScenarios } from './tunnel.ts';

/** The scenarios by what they are about, in the order of the lab. */
export const families = {
  network: networkScenarios,
  clock: clockScenarios,
  'no-names': namelessScenarios,
  dns: dnsScenarios,
  tcp: tcpScenarios,
  tls: tlsScenarios,
  authorities: authorityScenarios,
  catalogue: catalogueScenarios,
  ipv6: familyScenarios,
  http: httpScenarios,
  plain: plainScenarios,
  'only-some': onlySomeScenarios,
  'own-filters': ownFilterScenarios,
  'own-services': ownServiceScenarios,
  roles: roleScenarios,
  russia: russianScenarios,
  countries: countryScenarios,
  places: placeScenarios,
  'adding-up': addingUpScenarios,
  chance: chanceScenarios,
  edges: edgeScenarios,
  benign: benignScenarios,
  sockets: socketScenarios,
  mixtures: mixedScenarios,
  hysteresis: hysteresisScenarios,
  changes: changeScenarios,
  'kept-connections': keptConnectionScenarios,
  ooni: ooniScenarios,
  transfers: transferScenarios,
  routing: routingScenarios,
  tunnel: tunnelScenarios,
} satisfies Record<string, readonly Scenario[]>;

export type FamilyName = keyof typeof families;

/** All scenarios of the lab, written from the contract before the code's answers were known. */
export const scenarios: Scenario[] = Object.values(families).flat();
