/** The failure of a plain request that the browser upgraded to HTTPS: the plain request was never sent. */
export const upgradeFailure = 'unknown_failure: upgraded to HTTPS by the browser';
