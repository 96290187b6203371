/** The failures of answers over TLS that a filter of this computer, household or organisation gave. */
export const filterPageFailure = 'unknown_failure: page of a filter';
export const filterRedirectFailure = 'unknown_failure: redirect of a filter';

/** Whether a filter answered: nothing was lost on the way. */
export function isFilterAnswer({ failure }: { failure: string | null }): boolean {
  return failure === filterPageFailure || failure === filterRedirectFailure;
}
