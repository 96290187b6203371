import { home } from './home.ts';
import type { Service } from './schema.ts';

/** Whether a service's operator is in the home country and so under its law. */
export function isDomestic({ operatorCountry }: Pick<Service, 'operatorCountry'>): boolean {
  return operatorCountry === home.country;
}
