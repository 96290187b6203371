/**
 * What Firefox says where an HTTP/2 connection broke off before the answer, where an extension blocked the request, and
 * where it closed all connections itself, as it does when it goes offline.
 */
export const brokenCode = 'NS_ERROR_ABORT';
