/** The failure of an answer without TLS that is not the service's own. */
export const foreignAnswerFailure = 'unknown_failure: answer of another server';
/** The failure of an answer that a proxy on the way gave or changed: it shows nothing of the service. */
export const proxyAnswerFailure = 'unknown_failure: answer of a proxy';
