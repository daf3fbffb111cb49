export { type Telemetry, type TelemetryOptions, startTelemetry } from './telemetry.ts';
export { measuredLog, measuredStore } from './measured-store.ts';
export { measuredBus } from './measured-bus.ts';
export { traceRequests } from './http/trace-requests.ts';
export { type LogLevel, type StructuredLoggerOptions, structuredLogger } from './logs/structured-logger.ts';
