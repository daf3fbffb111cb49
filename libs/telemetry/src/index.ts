export { type Telemetry, startTelemetry } from './telemetry.ts';
