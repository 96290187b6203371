/** The failure of a plain request that the browser itself turned into HTTPS: it asked nobody. */
export const upgradeFailure = 'unknown_failure: upgraded to HTTPS by the browser';
