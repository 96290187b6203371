/** Prefixes of the failures of answers that are a known block page, or redirect to one. */
export const blockPageFailure = 'unknown_failure: block page';
export const blockRedirectFailure = 'unknown_failure: redirect to block page';
