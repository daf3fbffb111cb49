import { Body, Controller, Get, Inject, Put, Query } from '@nestjs/common';
import {
  DeclaredAttributes,
  DeclaredAttributesAnswer,
  declaredAttributesExample,
  AttributesVersions,
} from '@tributary/contracts';
import { Endpoint, InForceQuery, type KeySubmitter, SubmittedBy, Valid, utc } from '@tributary/http';
import { OrderSettings } from '../../use-cases/order-settings.ts';
import { commandCause } from './idempotency.ts';

/** What orders and their lines may carry beside what every order has. */
@Controller('v1/attributes')
export class AttributesController {
  constructor(@Inject(OrderSettings) private readonly settings: OrderSettings) {}

  @Get()
  @Endpoint({
    tag: 'orders',
    operation: 'getAttributes',
    summary: 'The attributes that orders and their lines may carry',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: DeclaredAttributesAnswer,
    query: InForceQuery,
  })
  declared(@Query(new Valid(InForceQuery)) { asOf }: InForceQuery) {
    return this.settings.attributes.at(asOf && utc(asOf));
  }

  @Get('versions')
  @Endpoint({
    tag: 'orders',
    operation: 'listAttributesVersions',
    summary: 'What the attributes were, from the newest to the first, and who declared them',
    allow: ['ops', 'analyst'],
    answer: AttributesVersions,
  })
  async versions() {
    return { items: await this.settings.attributes.versions() };
  }

  @Put()
  @Endpoint({
    tag: 'orders',
    operation: 'declareAttributes',
    summary: 'Declare the attributes that orders and their lines may carry from now on',
    allow: ['ops'],
    answer: DeclaredAttributesAnswer,
    body: DeclaredAttributes,
    bodyExamples: [declaredAttributesExample],
  })
  async declare(
    @Body(new Valid(DeclaredAttributes)) asked: DeclaredAttributes,
    @SubmittedBy() by: KeySubmitter,
  ) {
    await this.settings.attributes.set(commandCause(by, undefined, []), asked);
    return this.settings.attributes.current();
  }
}
