import type { SignalId } from '../../lib/model/route.ts';

/** What each signal of the route says; also the sentences of the exports. */
export const signals: Record<SignalId, string> = {
  'exit-abroad': 'Foreign sites see the traffic come from another country.',
  'exit-at-home': 'Foreign sites see the traffic come from inside the country.',
  'echoes-disagree': 'Foreign sites do not agree on which country the traffic comes from.',
  'families-differ':
    'The newer and the older kind of internet addresses lead out in different countries.',
  'few-echoes': 'Too few sites told which country the traffic comes from.',
  'clock-there': 'The clock is set to the time of the country that the traffic comes from.',
  'clock-elsewhere':
    'The clock is set to the time of another country than the one that the traffic comes from.',
  'home-there': 'You said that your home is the country that the traffic comes from.',
  'home-elsewhere': 'You said that your home is another country than the traffic comes from.',
  'clock-at-exit':
    'The clock, against your word, is set to the country that the traffic comes from.',
  'language-of-home':
    'The browser’s language is not that of the country that the traffic comes from.',
  'network-hosting': 'The traffic comes out of a data centre.',
  'network-relay': 'The traffic comes out of a network that browsers use to hide addresses.',
  'network-access': 'The traffic comes out of a network that is not a data centre.',
  'tunnel-warp': 'A large network says that it carries this traffic through a tunnel of its own.',
  'tunnel-tor':
    'A large network says that this traffic comes out of a network that hides where it comes from.',
  'tunnel-gateway': 'A large network says that this traffic comes through a company’s gateway.',
  'tunnel-none': 'A large network says that it carries no tunnel for this traffic.',
  'canaries-open': 'Sites that have long been blocked in the country open.',
  'canaries-blocked': 'Sites that have long been blocked in the country do not open.',
  'home-only-opens': 'Sites that refuse visitors from abroad open.',
  'home-only-refuses': 'Sites that refuse visitors from abroad do not open.',
  'exits-same': 'Sites inside the country and foreign ones see the same address.',
  'exits-differ': 'Sites inside the country see another address than foreign ones.',
  'addresses-reserved':
    'Sites answer at made-up addresses, such as a program on this computer gives out.',
  'addresses-private': 'Sites answer at addresses that are not public.',
  'addresses-shared':
    'Messengers of different owners answer at one and the same address, so something stands between.',
  'calls-same': 'Calls leave from the same address as pages.',
  'calls-differ':
    'Calls leave from another address than pages: by another way, or the network has several.',
  'exit-changed': 'Since the last look the traffic comes from another network.',
  'exit-changed-services':
    'The traffic comes from another network since the last look, and several messengers changed together with it.',
  'answers-too-fast-for-home':
    'A site abroad answered faster than is possible from the place that the clock is set to.',
  'connections-end-nearby': 'Something near by accepts the connections that go to far sites.',
  'browser-proxy': 'The browser sends its traffic through a proxy.',
};
