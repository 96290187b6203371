const malformed =
  /^(net::ERR_(INVALID_HTTP_RESPONSE|(HTTP2|QUIC)_PROTOCOL_ERROR)|NS_ERROR_(PARSING_HTTP_STATUS_LINE|NET_HTTP2_SENT_GOAWAY|NET_HTTP3_PROTOCOL_ERROR|CORRUPTED_CONTENT|INVALID_CONTENT_ENCODING))$/;

/** Whether a raw code means that the server answered in something other than HTTP, for which df-007 has no string. */
export function isMalformedAnswer(code: string | null): boolean {
  return code !== null && malformed.test(code);
}
