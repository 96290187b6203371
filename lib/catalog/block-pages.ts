import { countries } from './countries/index.ts';

/** How to recognise the pages that operators show in place of blocked sites. */
interface BlockPages {
  /** Hosts that blocked requests are redirected to; subdomains match too. */
  hosts: readonly string[];
  /** Texts that appear in the page itself. */
  bodies: readonly string[];
}

const known = countries.flatMap(({ blockPages = [] }) => blockPages);

/**
 * Those of all countries, since a person may be anywhere. Most hosts and texts also appear in two licensed lists,
 * which require attribution:
 * - citizenlab/filtering-annotations, BSD-3-Clause, Copyright The Citizen Lab;
 * - censoredplanet/censoredplanet-analysis, Apache-2.0, Copyright Jigsaw Operations LLC.
 */
export const blockPages: BlockPages = {
  hosts: known.flatMap(({ hosts = [] }) => hosts),
  bodies: known.flatMap(({ bodies = [] }) => bodies),
};

/** Public addresses that blocked names lead to, by the id that stands in place of the address. */
export const stubAddresses: Readonly<Record<string, readonly string[]>> = Object.assign(
  {},
  ...known.map(({ stubs }) => stubs),
);
