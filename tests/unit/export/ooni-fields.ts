type Kind = 'string' | 'number' | 'list' | 'object' | 'string or null' | 'number or null';

/**
 * The fields of OONI's base data format: https://github.com/ooni/spec, data-formats/df-000-base.md, data format
 * version 0.2.0. Those that OONI's own pipeline adds (`bucket_date`, `report_filename`, `backend_version`) are left
 * out, as no probe writes them.
 */
export const envelopeFields: Record<string, Kind> = {
  annotations: 'object',
  data_format_version: 'string',
  id: 'string',
  input: 'string',
  input_hashes: 'list',
  measurement_start_time: 'string',
  options: 'list',
  probe_asn: 'string',
  probe_cc: 'string',
  probe_city: 'string or null',
  probe_ip: 'string',
  report_id: 'string',
  software_name: 'string',
  software_version: 'string',
  test_helpers: 'object',
  test_keys: 'object',
  test_name: 'string',
  test_runtime: 'number',
  test_start_time: 'string',
  test_version: 'string',
};

/** The keys of `browser_web`: the same repository, nettests/ts-036-browser_web.md, and `browser` of OONI's readers. */
export const browserWebKeys: Record<string, Kind> = {
  result: 'string',
  load_time_ms: 'number or null',
  browser: 'string',
};

export function isOfKind(value: unknown, kind: Kind): boolean {
  if (kind === 'list') return Array.isArray(value);
  if (kind === 'object')
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  const [type, orNull] = kind.split(' or ');
  return typeof value === type || (orNull === 'null' && value === null);
}
