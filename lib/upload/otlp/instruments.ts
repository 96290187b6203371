import type { Round } from '../../model/round.ts';
import type { ServiceResult } from '../../model/service.ts';
import { networkStates, serviceStates } from '../../model/words.ts';
import { connections, saysSomething, usualTime } from '../said.ts';

interface Instrument {
  name: string;
  /** UCUM; a count's is in braces. */
  unit: string;
  type: 'integer' | 'number';
  about: string;
  attributes: readonly string[];
}

interface Point {
  value: number;
  attributes: Record<string, string | boolean>;
}

export interface Gauge extends Instrument {
  points(round: Round): Point[];
}

/** The gauges; docs/fleet.md has them as a table. */
export const gauges: readonly Gauge[] = [
  {
    name: 'dozvon.service.state',
    unit: '',
    type: 'integer',
    about:
      'The state that the person is shown: 1 for it, 0 for each other. None where the check says nothing new.',
    attributes: ['service', 'state'],
    points: ofServices(({ id, state }) => stateSet(serviceStates, state, { service: id })),
  },
  {
    name: 'dozvon.service.failing',
    unit: '1',
    type: 'number',
    about: 'Share of the connections that failed, of those that count as evidence.',
    attributes: ['service'],
    points: ofServices((service) => {
      const all = connections(service);
      const failed = all.filter(({ ok }) => !ok).length;
      return all.length === 0
        ? []
        : [{ value: failed / all.length, attributes: { service: service.id } }];
    }),
  },
  {
    name: 'dozvon.service.latency',
    unit: 's',
    type: 'number',
    about: 'Median time of the connections that got through.',
    attributes: ['service'],
    points: ofServices((service) => {
      const time = usualTime(service);
      return time === null ? [] : [{ value: time / 1000, attributes: { service: service.id } }];
    }),
  },
  {
    name: 'dozvon.service.attempts',
    unit: '{attempt}',
    type: 'integer',
    about: 'Connections that count as evidence, by whether they got through.',
    attributes: ['service', 'ok'],
    points: ofServices((service) =>
      [true, false].map((ok) => ({
        value: connections(service).filter((attempt) => attempt.ok === ok).length,
        attributes: { service: service.id, ok },
      })),
    ),
  },
  {
    name: 'dozvon.network.state',
    unit: '',
    type: 'integer',
    about: 'What the control sites say of the network itself: 1 for its state, 0 for each other.',
    attributes: ['state'],
    points: ({ network }) => stateSet(networkStates, network.state, {}),
  },
];

export const uploadDropped: Instrument = {
  name: 'dozvon.upload.dropped',
  unit: '{check}',
  type: 'integer',
  about: 'Checks that were not delivered, or in part only, since the upload was turned on.',
  attributes: [],
};

function ofServices(points: (service: ServiceResult) => Point[]): Gauge['points'] {
  return ({ services }) => services.filter(saysSomething).flatMap(points);
}

/** A point for each state, so that a chart sees a state end. */
function stateSet(
  states: readonly string[],
  current: string,
  attributes: Record<string, string>,
): Point[] {
  return states.map((state) => ({
    value: state === current ? 1 : 0,
    attributes: { ...attributes, state },
  }));
}
