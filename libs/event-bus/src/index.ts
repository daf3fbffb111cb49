export * from './admission.ts';
export * from './backlog.ts';
export * from './port.ts';
export * from './with-subscriptions.ts';
