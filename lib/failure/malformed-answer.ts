const inHttp2 =
  'PROTOCOL_ERROR|SERVER_REFUSED_STREAM|FLOW_CONTROL_ERROR|FRAME_SIZE_ERROR|COMPRESSION_ERROR|RST_STREAM_NO_ERROR_RECEIVED|STREAM_CLOSED|INADEQUATE_TRANSPORT_SECURITY';
const inChromium = new RegExp(
  `^net::ERR_(INVALID_(HTTP_)?RESPONSE|INVALID_CHUNKED_ENCODING|CONTENT_DECODING_(INIT_)?FAILED|RESPONSE_HEADERS_\\w+|HTTP2_(${inHttp2})|HTTP_1_1_REQUIRED)$`,
);
const inFirefox =
  /^NS_ERROR_(PARSING_HTTP_STATUS_LINE|NET_HTTP2_SENT_GOAWAY|NET_HTTP3_PROTOCOL_ERROR|CORRUPTED_CONTENT|INVALID_CONTENT_ENCODING)$/;

/**
 * Whether a raw code means that the server said something that the browser does not take for an answer: it was reached. df-007
 * has no string for that.
 */
export function isMalformedAnswer(code: string | null): boolean {
  return code !== null && (inChromium.test(code) || inFirefox.test(code));
}
