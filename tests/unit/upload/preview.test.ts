import { expect, it } from 'vitest';
import { previewRequests } from '../../../lib/upload/preview.ts';
import { noUploadStatus } from '../../../lib/upload/status.ts';
import { anAttempt } from '../../helpers/attempts.ts';
import { type Decoded, decode } from '../../helpers/otlp-stub/decode.ts';
import { aRound, aServiceResult, aTargetResult } from '../../helpers/rounds.ts';
import { someUpload } from '../../helpers/upload-settings.ts';
import { useUploadWorld } from './upload-world.ts';

const aWorld = useUploadWorld();

/** Protobuf knows no difference between no unit and an empty one. */
function partsOf({ resource, records, points }: Decoded): Decoded {
  return {
    resource,
    records,
    points: points.map((point) => ({ ...point, unit: point.unit ?? '' })),
  };
}

it.each(['json', 'protobuf'] as const)(
  'shows what the endpoint gets, with what was dropped before: %s',
  async (encoding) => {
    const services = [aServiceResult({ targets: [aTargetResult({ attempts: [anAttempt()] })] })];
    const round = aRound({ services });
    const world = await aWorld([round], { signals: ['logs', 'metrics'], encoding });
    await world.outbox.settle([], () => ({ ...noUploadStatus, dropped: 3 }));
    const status = await world.outbox.status();

    const shown = previewRequests(someUpload(world.draft), round, status);
    await world.send();

    const read = shown.map(({ url, text }) =>
      partsOf(decode(new URL(url).pathname, 'application/json', new TextEncoder().encode(text))),
    );
    expect(read).toEqual(world.taken.map(partsOf));
    const dropped = read.flatMap(({ points }) => points).filter(({ kind }) => kind === 'sum');
    expect(dropped).toMatchObject([{ value: 3 }]);
    expect(shown.map(({ isBinary }) => isBinary)).toEqual(Array(2).fill(encoding === 'protobuf'));
  },
);
