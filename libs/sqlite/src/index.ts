export { WriteAheadLog, writtenBackFrom } from './write-ahead-log.ts';
