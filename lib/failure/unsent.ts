/** The failure of a request that we did not make, as it would have named the person or the extension. */
export const unsentFailure = 'unknown_failure: not sent, as its marks could not be removed';
