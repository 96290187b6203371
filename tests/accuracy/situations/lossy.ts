import { anyLoss, burstyLoss, createWeather, independentLoss, pathLoss } from '../line/loss.ts';
import { aWorld, mildLoss } from './lines.ts';
import { aService, hostsOf } from './services.ts';
import { benign, type Scene, type Setting, type Situation } from './situation.ts';

/** Their weather changes. */
const unsteady = new Set(['bursts of loss', 'full line']);

/** Lossy or slow lines without interference. */
export const lossySituations: Situation[] = [
  lossy('good line', 'Cable or good Wi-Fi: 15 to 120 ms, one packet in 2,000 lost.', (setting) =>
    aWorld(setting),
  ),
  lossy('mobile', '4G: 50 to 150 ms with much variation, 0.3 to 1 % lost.', (setting) => {
    const { random } = setting;
    return aWorld(setting, {
      roundTripMs: random.between(50, 150),
      jitter: 0.5,
      loss: independentLoss(random, random.between(0.003, 0.01)),
    });
  }),
  lossy('mild loss', '1 to 2 % of packets lost.', (setting) =>
    aWorld(setting, { loss: mildLoss(setting) }),
  ),
  lossy('strong loss', '5 to 10 % of packets lost.', (setting) =>
    aWorld(setting, {
      loss: independentLoss(setting.random, setting.random.between(0.05, 0.1)),
    }),
  ),
  lossy('heavy loss', '15 to 30 % of packets lost: hardly usable.', (setting) =>
    aWorld(setting, {
      loss: independentLoss(setting.random, setting.random.between(0.15, 0.3)),
    }),
  ),
  lossy(
    'bursts of loss',
    'Gilbert-Elliott: good for half a minute to two, then 60 to 100 % lost for 1 to 8 s.',
    (setting) => {
      const { random, startMs } = setting;
      const loss = burstyLoss(random, startMs, {
        goodMeanMs: random.between(30_000, 120_000),
        badMeanMs: random.between(1_000, 8_000),
        goodLoss: 0.003,
        badLoss: random.between(0.6, 1),
      });
      return aWorld(setting, { loss });
    },
  ),
  lossy('2G', 'Round trip 0.5 to 1.2 s, 40 to 120 kbit/s, 1 to 3 % lost.', (setting) => {
    const { random } = setting;
    return aWorld(setting, {
      roundTripMs: random.between(500, 1_200),
      jitter: 0.4,
      bitsPerSecond: random.between(40_000, 120_000),
      loss: independentLoss(random, random.between(0.01, 0.03)),
    });
  }),
  lossy('satellite', 'Round trip 600 to 700 ms, 1 to 2 % lost.', (setting) =>
    aWorld(setting, {
      roundTripMs: setting.random.between(600, 700),
      loss: mildLoss(setting),
    }),
  ),
  lossy(
    'full line',
    'A download runs every other minute: round trip 1 to 3 s meanwhile, 2 to 5 % lost.',
    (setting) => {
      const { random, startMs } = setting;
      const isFull = createWeather(random, startMs, { goodMeanMs: 60_000, badMeanMs: 60_000 });
      const fullMs = random.between(1_000, 3_000);
      const share = random.between(0.02, 0.05);
      return aWorld(setting, {
        roundTripMs: (atMs) => (isFull(atMs) ? fullMs : 50),
        loss: (atMs) => random.chance(isFull(atMs) ? share : 0.001),
      });
    },
  ),
  lossy(
    'bad way to one service',
    '3 to 15 % of the packets to and from one service are lost; all else works.',
    (setting) => {
      const { random } = setting;
      const hosts = hostsOf(aService(setting));
      const far = pathLoss(random, random.between(0.03, 0.15), (host) => hosts.has(host));
      return aWorld(setting, { loss: anyLoss(independentLoss(random, 0.001), far) });
    },
  ),
];

function lossy(id: string, about: string, world: (setting: Setting) => Scene['world']): Situation {
  return {
    ...benign(id, about),
    isSteady: !unsteady.has(id),
    create: (setting) => ({ world: world(setting), conditions: [] }),
  };
}
