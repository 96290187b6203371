import type { Decoded, DecodedPoint } from '../helpers/otlp-stub/decode.ts';
import type { Taken } from '../helpers/otlp-stub/stub.ts';

/** What an endpoint has of one probe. Records and points are told by their ids. */
export interface Accounts {
  take(taken: Taken): void;
  /** How many came, with those that came again. */
  readonly came: number;
  /** What came, by id. */
  readonly accepted: ReadonlyMap<string, string>;
  /** Ids of those that were refused at least once. */
  readonly refused: ReadonlySet<string>;
  /** Ids under which different things came. */
  readonly changed: ReadonlySet<string>;
}

export function createAccounts(): Accounts {
  const accepted = new Map<string, string>();
  const refused = new Set<string>();
  const changed = new Set<string>();
  let came = 0;
  return {
    take(taken) {
      for (const [id, content] of contentsOf(taken)) {
        came += 1;
        if ((accepted.get(id) ?? content) !== content) changed.add(id);
        accepted.set(id, content);
      }
      for (const [id] of contentsOf(taken.refused)) refused.add(id);
    },
    get came() {
      return came;
    },
    accepted,
    refused,
    changed,
  };
}

function contentsOf({ records, points }: Pick<Decoded, 'records' | 'points'>): [string, string][] {
  return [
    ...records.map(({ attributes }): [string, string] => [
      String(attributes.record_id),
      JSON.stringify(attributes),
    ]),
    ...points
      // It is one a request, and none of a round.
      .filter(({ metric }) => metric !== 'dozvon.upload.dropped')
      .map((point): [string, string] => [pointId(point), String(point.value)]),
  ];
}

/** Prometheus knows a point by its series and its time. */
function pointId({ time, metric, attributes }: DecodedPoint): string {
  return `${time} ${metric} ${Object.values(attributes).join(' ')}`;
}
