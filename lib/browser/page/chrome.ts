interface Permissions {
  origins?: readonly string[];
  permissions?: readonly string[];
  /** Firefox alone knows it. */
  data_collection?: readonly string[];
}

interface Change {
  addListener(listener: () => void): void;
}

/**
 * What pages use of the browser themselves. Firefox, too, has it as `chrome`, with promises: a library would delay the
 * first frame, and a request for permissions after what loads later would be no part of the click any more.
 */
export interface Chrome {
  permissions: {
    contains(some: Permissions): Promise<boolean>;
    request(some: Permissions): Promise<boolean>;
    remove(some: Permissions): Promise<boolean>;
    onAdded: Change;
    onRemoved: Change;
  };
  runtime: { getManifest(): { version: string; host_permissions?: readonly string[] } };
  storage: {
    local: {
      get(keys: string | readonly string[]): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
  };
}
