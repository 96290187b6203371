import { type ReadonlySignal, signal } from '@preact/signals';
import { type Address, addressOf } from '../../view/page/address.ts';

/** The page that the address names, now and whenever that changes. */
export function followAddress(): ReadonlySignal<Address> {
  const address = signal(addressOf(location.hash));
  addEventListener('hashchange', () => {
    address.value = addressOf(location.hash);
  });
  return address;
}
