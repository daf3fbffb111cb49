export { WriteAheadLog, walSettings, writtenBackFrom } from './write-ahead-log.ts';
