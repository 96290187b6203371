import { services } from '../../lib/catalog/index.ts';

/** How many services are checked where the person chose none. */
export const defaultServiceCount = services.filter((service) => service.enabledByDefault).length;
