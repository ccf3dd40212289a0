/** What a tenant stores. Names follow the wire; lists of other records hold their ids. */
export * from './accessDevice';
export * from './admin';
export * from './application';
export * from './group';
export * from './loginDevice';
export * from './look';
export * from './phone';
export * from './user';
