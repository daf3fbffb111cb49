import { type NamedInEvent, type PublishedEvent, currentTypeOf, namedIn, upcast } from '@tributary/contracts';
import { type LoggedEvent, envelopeOf, publishedJson } from './published-event.ts';

/** An event of the feed, told to any number of listeners: what it takes to tell it is worked out once. */
export class ToldEvent {
  private text: string | undefined;
  private named: NamedInEvent | undefined;
  private outside: Omit<PublishedEvent, 'data'> | undefined;

  constructor(readonly event: LoggedEvent) {}

  get position(): number {
    return this.event.position;
  }

  get recordedTime(): string {
    return this.event.recordedTime;
  }

  /** Type in its current version. */
  get type(): string {
    return currentTypeOf(this.event.type);
  }

  get names(): NamedInEvent {
    return (this.named ??= namedIn(upcast({ type: this.event.type, data: this.event.data })));
  }

  /** One line of JSON that ends with where the feed goes on. */
  line(cursor: string): string {
    return `${this.json.slice(0, -1)},"cursor":"${cursor}"}`;
  }

  /** The event alone. */
  get json(): string {
    return (this.text ??= publishedJson(this.event));
  }

  /** All of it but what happened. */
  get envelope(): Omit<PublishedEvent, 'data'> {
    return (this.outside ??= envelopeOf(this.event));
  }
}
