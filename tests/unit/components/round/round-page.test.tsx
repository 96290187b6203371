// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { RoundPage } from '../../../../components/round/RoundPage.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import { noHistory } from '../../../helpers/no-history.ts';
import { buildRound } from '../../view/build-round.ts';

const button = (name: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent === name);

it('takes the focus to the heading, which alone stays as the check goes', async () => {
  const onDeletePart = vi.fn();
  const round = buildRound();
  const queries = { ...noHistory, readRound: async () => round };
  render(
    <TextProvider language="en">
      <RoundPage
        id={round.id}
        latest={null}
        showRouting
        isDeleting={false}
        {...{ queries, onDeletePart }}
      />
    </TextProvider>,
    document.body,
  );
  await expect.poll(() => button('Delete this check')).toBeDefined();
  button('Delete this check')?.focus();

  await act(() => button('Delete')?.click());

  expect(onDeletePart).toHaveBeenCalledExactlyOnceWith({ rounds: [round.id] });
  expect(document.activeElement).toBe(document.querySelector('h1'));
});
