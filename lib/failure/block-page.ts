/** Begins the failure of an answer that is a known block page, or sends there. */
export const blockPageFailure = 'unknown_failure: block page';
export const blockRedirectFailure = 'unknown_failure: redirect to block page';
