import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';

/** A package for a browser: a file, and the packages of npm whose code is in it. */
export interface ShippedPackage {
  file: string;
  /** In hexadecimal digits. */
  sha256: string;
  bundled: readonly { name: string; version: string }[];
}

/** The part of `package-lock.json` that tells of packages. */
export interface Lock {
  version: string;
  packages: Record<string, { version?: string; integrity?: string; license?: string }>;
}

/**
 * What is in the packages, by CycloneDX: licences, versions and hashes as the lock has them. The bytes depend on the
 * arguments alone, so it has no date and no number of its own.
 * @throws Error if a package of npm is not in the lock
 */
export function sbom(shipped: readonly ShippedPackage[], lock: Lock): string {
  const bom = new Models.Bom();
  bom.metadata.component = dozvon(Enums.ComponentType.Application, 'dozvon', lock.version);
  const libraries = new Map<string, Models.Component>();
  for (const { file, sha256, bundled } of shipped) {
    const component = dozvon(Enums.ComponentType.File, file, lock.version);
    component.hashes.set(Enums.HashAlgorithm['SHA-256'], sha256);
    for (const { name, version } of bundled) {
      const key = `${name}@${version}`;
      const library = libraries.get(key) ?? libraryOf(name, version, lock);
      libraries.set(key, library);
      component.dependencies.add(library.bomRef);
    }
    bom.components.add(component);
    bom.metadata.component.dependencies.add(component.bomRef);
  }
  for (const library of libraries.values()) bom.components.add(library);
  const serializer = new Serialize.JsonSerializer(
    new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6),
  );
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function dozvon(type: Enums.ComponentType, name: string, version: string): Models.Component {
  const component = new Models.Component(type, name, { version, bomRef: name });
  component.licenses.add(new Models.SpdxLicense('MIT'));
  return component;
}

function libraryOf(name: string, version: string, lock: Lock): Models.Component {
  const entry = lock.packages[`node_modules/${name}`];
  if (entry?.version !== version || entry.integrity === undefined || entry.license === undefined) {
    throw new Error(`${name} ${version} is in a package, and not in package-lock.json`);
  }
  const [, algorithm, digest] = /^(sha512)-(.+)$/.exec(entry.integrity) ?? [];
  if (algorithm === undefined || digest === undefined) {
    throw new Error(`${name}: found the integrity ${entry.integrity}; allowed: one by SHA-512`);
  }
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const component = new Models.Component(Enums.ComponentType.Library, name, {
    version,
    purl,
    bomRef: purl,
  });
  component.licenses.add(new Models.SpdxLicense(entry.license));
  const hash = Buffer.from(digest, 'base64').toString('hex');
  component.hashes.set(Enums.HashAlgorithm['SHA-512'], hash);
  return component;
}
