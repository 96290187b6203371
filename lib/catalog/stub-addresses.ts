/**
 * Public addresses that operators' resolvers give for blocked names, by the id that stands in place of the address.
 * From `fingerprints_dns.csv` of ooni/blocking-fingerprints (October 2024): those of which the operator is known.
 */
export const stubAddresses: Readonly<Record<string, readonly string[]>> = {
  'stub-rostelecom': ['95.167.13.50', '95.167.13.51'],
  'stub-er-telecom': ['5.3.3.17', '188.186.146.207', '188.186.146.208'],
  'stub-netbynet': ['212.1.226.59'],
};
