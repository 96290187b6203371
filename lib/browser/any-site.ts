/**
 * The optional permission of which a person gives one site at a time: for a service of their own, or for an upload.
 */
export const anySite = 'https://*/*';

/** For an upload to a program on this computer. */
export const thisComputer = ['http://127.0.0.1/*', 'http://localhost/*'] as const;
