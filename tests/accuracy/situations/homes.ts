import { methodById } from './censor.ts';
import { byAllowlist, byMethod } from './interference.ts';
import type { Situation } from './situation.ts';
import { bySlowing } from './slowing.ts';

interface Home {
  country: string;
  name: string;
  /** Ids of methods that are known to be used there, as far as the simulation has them. */
  methods: string[];
  /** At times only sites inside the country answer. */
  closes?: boolean;
  /** At times messengers are slowed down. */
  slows?: boolean;
}

/** Countries other than Russia, each with its real kinds of blocking (docs/method.md, "Home"). */
const homes: Home[] = [
  { country: 'BY', name: 'Belarus', methods: ['reset on name'], closes: true },
  { country: 'KZ', name: 'Kazakhstan', methods: ['forged certificate', 'silence on name'] },
  { country: 'UZ', name: 'Uzbekistan', methods: ['silence on name'] },
  { country: 'TM', name: 'Turkmenistan', methods: ['address dropped', 'reset on name'] },
  { country: 'IR', name: 'Iran', methods: ['name removed', 'reset on name'], closes: true },
  { country: 'TR', name: 'Turkey', methods: ['name removed'], slows: true },
  { country: 'PK', name: 'Pakistan', methods: ['name withheld', 'reset on name'] },
  { country: 'CN', name: 'China', methods: ['reset on name', 'address dropped'] },
  { country: 'MM', name: 'Myanmar', methods: ['name removed', 'silence on name'] },
  { country: 'AE', name: 'the Emirates', methods: ['silence on name'] },
  { country: 'VE', name: 'Venezuela', methods: ['name removed', 'address dropped'] },
];

export const homeSituations: Situation[] = homes.flatMap((home) => [
  ...home.methods.map((id) => at(home, byMethod(methodById(id)))),
  ...(home.closes === true ? [at(home, byAllowlist())] : []),
  ...(home.slows === true ? [at(home, bySlowing())] : []),
]);

function at({ country, name }: Home, build: ReturnType<typeof byAllowlist>): Situation {
  const variant = {
    id: '',
    family: 'at home',
    about: ` At home in ${name}.`,
    shape: () => ({}),
  } as const;
  const situation = build(variant);
  return { ...situation, id: `${situation.id}, at home in ${name}`, home: country };
}
