import type { Service } from '../../../lib/catalog/schema.ts';
import { isDownload, isTransfer } from '../../../lib/catalog/target-kinds.ts';
import type { ByteLimit } from '../browser/connection.ts';
import type { Random } from '../time/random.ts';
import { aWorld } from './lines.ts';
import { aPeriod, fromRoundToRound, longRounds } from './periods.ts';
import { foreignServices, hostsOf, idsOf } from './services.ts';
import {
  benign,
  type Condition,
  isWithin,
  type Period,
  type Scene,
  type Setting,
  type Situation,
} from './situation.ts';

const hourMs = 3_600_000;
/** Transfers are made every six hours; in the first round, where there was none before. */
const dueMs = { first: hourMs / 2, later: 6.5 * hourMs };
/** From the least to the most that the Russian censor was seen to let through. */
const known = { least: 14_000, most: 34_000 };

/** Censors that stop a connection once it has carried some bytes. */
export const countedSituations: Situation[] = [
  counted('frozen after some bytes, one service', {
    about: 'Connections with the names of a service freeze after 14 to 34 kB, all at one offset.',
    whose: (setting) => someForeign(setting, [1]),
    manner: 'freeze',
  }),
  counted('cut after some bytes, one service', {
    about:
      'Connections with the names of a service are reset after 14 to 34 kB, all at one offset.',
    whose: (setting) => someForeign(setting, [1]),
    manner: 'cut',
  }),
  counted('frozen after some bytes, a hosting network', {
    about:
      'Connections to a hosting network, with one to three services, a neutral site and a resolver, freeze after 14 to 34 kB.',
    whose: (setting) => someForeign(setting, [1, 2, 3]),
    manner: 'freeze',
    besides: ['Cloudflare'],
  }),
  counted('frozen after packets are counted, one service', {
    about: 'Connections with the names of a service freeze after 14 to 34 kB, each elsewhere.',
    whose: (setting) => someForeign(setting, [1]),
    manner: 'freeze',
    isSpread: true,
  }),
  {
    ...benign(
      'frozen after some bytes, everything',
      'A path that loses what is large: every connection freezes after 14 to 34 kB.',
    ),
    isSteady: true,
    create(setting) {
      const world = aWorld(setting);
      const limit = aLimit(setting.random, 'freeze');
      world.limitOf = () => limit;
      const services = idsOf(setting.catalog.services);
      const period = { fromMs: setting.startMs, toMs: Number.POSITIVE_INFINITY };
      return {
        world,
        conditions: [{ services, states: ['ok', 'impaired'], mechanism: null, period }],
      };
    },
  },
];

interface Counted {
  about: string;
  whose: (setting: Setting) => Service[];
  manner: ByteLimit['manner'];
  /** Each connection has a limit of its own. */
  isSpread?: boolean;
  /** Operators of neutral sites that are hit as well. */
  besides?: readonly string[];
}

/** What is shown changes once transfers were made, so these are no steady situations. */
function counted(id: string, { about, ...rest }: Counted): Situation {
  return {
    id,
    kind: 'interference',
    family: 'counted bytes',
    about,
    rounds: longRounds,
    create: (setting) => countBytes(setting, rest),
  };
}

function countBytes(
  setting: Setting,
  { whose, manner, isSpread = false, besides = [] }: Omit<Counted, 'about'>,
): Scene {
  const { random, catalog } = setting;
  const services = whose(setting);
  const sites = [...catalog.controls, ...catalog.witnesses].filter(({ operator }) =>
    besides.includes(operator),
  );
  const hosts = new Set([
    ...hostsOf(...services),
    ...sites.map(({ url }) => new URL(url).hostname),
  ]);
  const shared = aLimit(random, manner);
  const period = aPeriod(setting);
  const world = aWorld(setting);
  world.limitOf = ({ host, secure }, atMs) => {
    if (!secure || !hosts.has(host) || !isWithin(period, atMs)) return null;
    return isSpread ? { ...aLimit(random, manner), countsSent: shared.countsSent } : shared;
  };
  const condition: Condition = {
    services: idsOf(services),
    // Until a transfer was made, nothing shows it.
    states: ['ok', 'impaired'],
    mechanism: 'tls.throttle.sni',
    period,
  };
  const shown = services.filter((one) => isShown(one, shared));
  return fromRoundToRound(setting, world, condition, [
    {
      ...condition,
      services: idsOf(shown),
      states: ['impaired'],
      period: onceDue(setting, period),
    },
  ]);
}

function aLimit(random: Random, manner: ByteLimit['manner']): ByteLimit {
  return {
    bytes: random.between(known.least, known.most),
    manner,
    countsSent: random.chance(0.5),
  };
}

/** Whether a transfer that each full round makes meets the limit. */
function isShown({ targets }: Service, { countsSent }: ByteLimit): boolean {
  return targets
    .filter(isTransfer)
    .some((one) => one.inTurn !== true && (isDownload(one) || countsSent));
}

/** From when on it must be shown. */
function onceDue({ startMs }: Setting, period: Period): Period {
  return {
    get fromMs() {
      return period.fromMs + (period.fromMs === startMs ? dueMs.first : dueMs.later);
    },
    get toMs() {
      return period.toMs;
    },
  };
}

function someForeign(setting: Setting, counts: [number, ...number[]]): Service[] {
  const all = foreignServices(setting).map((service) => ({ service, key: setting.random.next() }));
  return all
    .toSorted((left, right) => left.key - right.key)
    .slice(0, setting.random.pick(counts))
    .map(({ service }) => service);
}
