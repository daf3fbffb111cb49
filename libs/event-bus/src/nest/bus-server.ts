import { supersededTypes, topicOf } from '@tributary/contracts';
import {
  BaseRpcContext,
  type CustomTransportStrategy,
  type MessageHandler,
  Server,
} from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { BusMessage, EventBus, Retry } from '../port.ts';

/** What a handler may ask for beside the event: `@Ctx() context: BusContext`. */
export class BusContext extends BaseRpcContext<[BusMessage]> {
  get message(): BusMessage {
    return this.getArgByIndex(0) as BusMessage;
  }
}

export interface BusServerOptions {
  readonly bus: EventBus;
  /** The consumer group, usually the service's name. */
  readonly group: string;
  /** Binds handlers declared as `@EventPattern(type, transportId)` and no others, so that several services can share a process. */
  readonly transportId: symbol;
  readonly retry?: Retry;
  readonly concurrency?: number;
}

/**
 * The Nest transport strategy over any event bus: an `@EventPattern('tributary.order.placed.v2')`
 * method is called with the event; it is done when the method's promise resolves, and tried again,
 * then parked, when it rejects. Start it with `connectBus`, which keeps Nest from replacing the
 * handler's error.
 */
export class BusServer extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;

  constructor(private readonly options: BusServerOptions) {
    super();
    this.setTransportId(options.transportId);
  }

  listen(callback: (error?: unknown) => void): void {
    this.subscribe().then(() => callback(), callback);
  }

  /** The bus is closed by its owner: it serves other groups too. */
  close(): void {}

  on(): never {
    throw new Error('The bus server has no events of its own.');
  }

  unwrap<T>(): T {
    return this.options.bus as T;
  }

  private async subscribe(): Promise<void> {
    const { bus, group, retry, concurrency } = this.options;
    const handlers = new Map([...this.messageHandlers].filter(([, { isEventHandler }]) => isEventHandler));
    const topics = new Set([...handlers.keys()].map((type) => this.topicFor(type)));
    if (handlers.size === 0) return;
    await bus.subscribe({
      kind: 'message',
      group,
      topics: [...topics],
      types: new Set(handlers.keys()),
      ...(retry && { retry }),
      ...(concurrency && { concurrency }),
      handle: (message) => dispatch(handlers.get(message.event.type)!, message),
    });
  }

  private topicFor(type: string): string {
    const topic = topicOf(type);
    if (!topic)
      throw new Error(`A handler of ${this.options.group} listens to ${type}, which nobody publishes.`);
    if (supersededTypes.includes(type)) {
      throw new Error(
        `A handler of ${this.options.group} listens to ${type}, which is read as its newer version.`,
      );
    }
    return topic;
  }
}

const dispatch = async (handler: MessageHandler, message: BusMessage): Promise<void> => {
  const result: unknown = await handler(message.event, new BusContext([message]));
  if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
};
