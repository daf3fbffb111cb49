import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { type IgnoredFact, SettingAside } from '../../use-cases/setting-aside.ts';
import { gatewayTransport } from '../transport.ts';

/** Messages that the order service found to be without effect, of which some are somebody's work. */
@Controller()
export class IgnoredFactsConsumer {
  constructor(@Inject(SettingAside) private readonly settingAside: SettingAside) {}

  @EventPattern('tributary.order.fact-ignored.v1', gatewayTransport)
  async ignored(@Payload() event: IgnoredFact): Promise<void> {
    await this.settingAside.afterIgnored(event);
  }
}
