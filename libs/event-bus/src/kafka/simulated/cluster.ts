import { EventEmitter } from 'node:events';
import { Coordinator } from './coordinator.ts';
import { SimulatedPartition } from './partition.ts';
import { refusal } from './refusal.ts';

export interface SimulatedClusterOptions {
  /** Wall clock of the brokers in milliseconds. */
  readonly now: () => number;
  /** Names the brokers as a whole. */
  readonly id?: string;
}

/**
 * What the brokers would know and hold on their disks: it outlives the processes that speak to them. It waits
 * for nothing by itself: what takes time is found over whenever somebody speaks to it.
 */
export class SimulatedCluster {
  readonly id: string;
  readonly now: () => number;
  readonly coordinator: Coordinator;
  private readonly topics = new Map<string, readonly SimulatedPartition[]>();
  private readonly bell = new EventEmitter().setMaxListeners(0);
  private producers = 0;

  constructor({ now, id = 'simulated' }: SimulatedClusterOptions) {
    this.id = id;
    this.now = now;
    this.coordinator = new Coordinator(now, () => this.ring());
  }

  get topicNames(): string[] {
    return [...this.topics.keys()];
  }

  /** @returns false where it is there already */
  createTopic(topic: string, partitions: number): boolean {
    if (this.topics.has(topic)) return false;
    const made = Array.from(
      { length: partitions },
      () => new SimulatedPartition(this.now, () => this.ring()),
    );
    this.topics.set(topic, made);
    return true;
  }

  deleteTopic(topic: string): void {
    if (!this.topics.delete(topic)) throw refusal('UNKNOWN_TOPIC_OR_PARTITION', topic);
  }

  /** By their numbers; refused where there is no such topic. */
  partitionsOf(topic: string): readonly SimulatedPartition[] {
    const found = this.topics.get(topic);
    if (!found) throw refusal('UNKNOWN_TOPIC_OR_PARTITION', topic);
    return found;
  }

  partition(topic: string, number: number): SimulatedPartition {
    const found = this.partitionsOf(topic)[number];
    if (!found) throw refusal('UNKNOWN_TOPIC_OR_PARTITION', `${topic}, partition ${number}`);
    return found;
  }

  /** The number under which a producer's session writes. */
  newProducer(): number {
    return (this.producers += 1);
  }

  /**
   * Calls whenever something changed.
   * @returns ends that
   */
  onChange(listener: () => void): () => void {
    this.bell.on('rung', listener);
    return () => void this.bell.off('rung', listener);
  }

  private ring(): void {
    this.bell.emit('rung');
  }
}
