/**
 * The failures that OONI's probes write, without those of its first one: https://github.com/ooni/spec,
 * data-formats/df-007-errors.md.
 */
const strings = [
  'android_dns_cache_no_data',
  'connection_aborted',
  'connection_already_closed',
  'connection_refused',
  'connection_reset',
  'dns_bogon_error',
  'dns_no_answer',
  'dns_non_recoverable_failure',
  'dns_nxdomain_error',
  'dns_reply_with_wrong_query_id',
  'dns_refused_error',
  'dns_server_misbehaving',
  'dns_servfail_error',
  'dns_temporary_failure',
  'eof_error',
  'http_request_failed',
  'host_unreachable',
  'generic_timeout_error',
  'http_unexpected_redirect_url',
  'http_unexpected_status_code',
  'interrupted',
  'json_parse_error',
  'network_down',
  'network_reset',
  'network_unreachable',
  'quic_incompatible_version',
  'ssl_failed_handshake',
  'ssl_invalid_hostname',
  'ssl_unknown_authority',
  'ssl_invalid_certificate',
];

/** Whether df-007 has a failure: by its name, or as one that it has no name for. */
export function isInDf007(failure: string | null): boolean {
  return failure === null || strings.includes(failure) || /^unknown_failure\b/.test(failure);
}
