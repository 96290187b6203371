/** The optional permission of which a person gives one site at a time, for a service of their own. */
export const anySite = 'https://*/*';
