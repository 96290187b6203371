// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { TextProvider } from '../../../../components/common/TextProvider.tsx';
import { TimesChart } from '../../../../components/history/TimesChart.tsx';
import { bucketOf } from '../../../../lib/model/latency.ts';
import { buildBars } from '../../view/build-bars.ts';

const drawn = vi.hoisted(() => vi.fn());

// It draws on a canvas, which a document without a screen does not have.
vi.mock('uplot', () => ({
  default: class {
    destroy() {}
    constructor() {
      drawn();
    }
  },
}));

beforeEach(() => {
  render(null, document.body);
  drawn.mockClear();
});

it('draws no times where nothing answered', async () => {
  const bars = buildBars([{ tries: 4, failures: 4, states: { blocked: 1 } }]);
  render(
    <TextProvider language="en">
      <TimesChart service="signal" bars={bars} />
    </TextProvider>,
    document.body,
  );

  await vi.waitFor(() => expect(drawn).toHaveBeenCalled());
  expect(document.querySelectorAll('figure').length).toBe(1);
});

it('draws anew in the colours of another theme, wherever that was chosen', async () => {
  const bars = buildBars([{ tries: 4, failures: 1, times: { [bucketOf(100)]: 3 } }]);
  render(
    <TextProvider language="en">
      <TimesChart service="signal" bars={bars} />
    </TextProvider>,
    document.body,
  );
  await vi.waitFor(() => expect(drawn).toHaveBeenCalledTimes(2));

  document.documentElement.style.colorScheme = 'dark';

  await vi.waitFor(() => expect(drawn).toHaveBeenCalledTimes(4));
});
