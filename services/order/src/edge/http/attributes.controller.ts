import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import {
  DeclaredAttributes,
  DeclaredAttributesAnswer,
  declaredAttributesExample,
} from '@tributary/contracts';
import { Endpoint, type KeySubmitter, SubmittedBy, Valid } from '@tributary/http';
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
  })
  declared() {
    return this.settings.attributes.current();
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
