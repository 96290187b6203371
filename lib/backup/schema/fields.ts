import * as v from 'valibot';
import { mechanisms } from '../../model/mechanism.ts';
import { confidences, roles, routes, serviceStates, wordsOf } from '../../model/words.ts';
import { isMoment } from '../../settings/moment.ts';

/** More than any text of a round has. */
const longestText = 65_536;

export const Text = v.pipe(
  v.string(),
  v.maxLength(longestText, `at most ${longestText} characters`),
);

/** JSON has numbers that are too large to be one. */
export const Numeric = v.pipe(v.number(), v.finite('a finite number'));

export const Count = v.pipe(
  v.number(),
  v.safeInteger('a whole number'),
  v.minValue(0, '0 or more'),
);

export const Time = v.pipe(v.string(), v.check(isMoment, 'a time in ISO 8601 UTC'));

/** That no id of a list stands twice. */
export function eachIdOnce<Item extends { id: string }>() {
  return v.rawCheck<Item[]>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const list = dataset.value;
    const ids = list.map(({ id }) => id);
    const key = ids.findIndex((id, index) => ids.indexOf(id) < index);
    const value = list[key];
    if (value === undefined) return;
    addIssue({
      message: 'an id that stands once',
      input: value.id,
      path: [
        { type: 'array', origin: 'value', input: list, key, value },
        { type: 'object', origin: 'value', input: { ...value }, key: 'id', value: value.id },
      ],
    });
  });
}

/** A picklist that cannot lack a name of the type. */
export function oneOf<Name extends string>(names: Record<Name, true>) {
  return v.picklist(wordsOf(names));
}

export const StateName = v.picklist(serviceStates);

export const ConfidenceName = v.picklist(confidences);

export const RoleName = v.picklist(roles);

export const VerdictName = v.picklist(routes);

export const Mechanisms = v.array(v.picklist(mechanisms));
