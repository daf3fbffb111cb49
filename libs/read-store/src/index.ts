export * from './port.ts';
export * from './projector.ts';
