/** Settings on a page: what the worker said last, with the changes on top that it has not answered yet. */
export interface SettingsHolder<Settings, Change> {
  receive(settings: Settings): void;
  /** Shows what is stored, unless the worker has answered a change since the reading began: that is newer. */
  read(stored: () => Promise<Settings>): Promise<void>;
  /** Shows a change at once, and then what the worker answers. Where it refuses the change, that is taken back. */
  change(wanted: Change, ask: (wanted: Change) => Promise<Settings>): Promise<void>;
}

/** @param show called with the settings whenever they change */
export function createSettingsHolder<Settings, Change>(
  initial: Settings,
  withChange: (settings: Settings, wanted: Change) => Settings,
  show: (settings: Settings) => void,
): SettingsHolder<Settings, Change> {
  let known = initial;
  let pending: Change[] = [];
  let answers = 0;
  const showAll = () => show(pending.reduce(withChange, known));

  function receive(settings: Settings): void {
    known = settings;
    showAll();
  }

  return {
    receive,
    async read(stored) {
      const before = answers;
      const settings = await stored();
      receive(answers === before ? settings : known);
    },
    async change(wanted, ask) {
      pending = [...pending, wanted];
      showAll();
      try {
        known = await ask(wanted);
        answers += 1;
      } finally {
        pending = pending.filter((one) => one !== wanted);
        showAll();
      }
    },
  };
}
