interface WithOptionalHosts {
  optional_host_permissions?: readonly string[];
}

/**
 * Whether a build has all sites by its manifest, as the research build: it has none to ask for, and may not give one
 * back. Firefox tells an empty list where the manifest has none.
 */
export function hasAllSites(manifest: object): boolean {
  const { optional_host_permissions: optional = [] }: WithOptionalHosts = manifest;
  return optional.length === 0;
}
