export type Role = 'web' | 'messages' | 'media' | 'calls' | 'registration' | 'api' | 'login';
