import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Metrics, Reading } from './metrics.ts';

/** Milliseconds between two looks at the event loop. */
const resolution = 20;

/**
 * What the process itself takes: processor, memory, and how late its event loop is. The names are
 * those that Prometheus' own clients use.
 * @returns stops the measuring
 */
export const measureProcess = (metrics: Metrics): (() => void) => {
  metrics.counter('process_cpu_seconds_total', 'Processor time, user and system.', () => {
    const { user, system } = process.cpuUsage();
    return [{ value: (user + system) / 1e6 }];
  });
  metrics.gauge('process_resident_memory_bytes', 'Memory in use.', () => [
    { value: process.memoryUsage.rss() },
  ]);
  metrics.gauge('nodejs_heap_size_used_bytes', 'Heap in use.', () => [
    { value: process.memoryUsage().heapUsed },
  ]);
  metrics.gauge('process_start_time_seconds', 'When it started, seconds since 1970.', () => [
    { value: performance.timeOrigin / 1_000 },
  ]);
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  metrics.gauge(
    'nodejs_eventloop_lag_seconds',
    'How late the event loop was since the last reading.',
    function* (): Iterable<Reading> {
      for (const quantile of [50, 99])
        yield { value: lateness(delay.percentile(quantile)), labels: { quantile: `${quantile / 100}` } };
      yield { value: lateness(delay.max), labels: { quantile: '1' } };
      delay.reset();
    },
  );
  return () => void delay.disable();
};

/** What is measured in nanoseconds is the whole interval, on time or late; nothing was measured yet where it is 0. */
const lateness = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e9 - resolution / 1e3);
