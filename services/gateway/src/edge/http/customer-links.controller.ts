import { Body, Controller, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import {
  CustomerLinkAnswer,
  CustomerLinked,
  CustomerUnlinked,
  LinkCustomer,
  UnlinkCustomer,
  inboundExamples,
} from '@tributary/contracts';
import {
  Endpoint,
  type KeySubmitter,
  SubmittedBy,
  Valid,
  idempotencyHeader,
  keyReused,
  mustBeIdempotencyKey,
} from '@tributary/http';
import { v7 as uuid } from 'uuid';
import { CustomerLinks, type Saying } from '../../use-cases/customer-links.ts';

const CustomerId = CustomerLinked.shape.customerId;
const [{ customerId: _linked, ...linking }] = inboundExamples['tributary.customer.linked.v1'];
const [{ customerId: _unlinked, ...unlinking }] = inboundExamples['tributary.customer.unlinked.v1'];

/** Who is the same person as a customer, as people say it. */
@Controller('v1/customers')
export class CustomerLinksController {
  constructor(@Inject(CustomerLinks) private readonly links: CustomerLinks) {}

  @Post(':customerId/links')
  @HttpCode(200)
  @Endpoint({
    tag: 'reference data',
    operation: 'linkCustomer',
    summary:
      'Say that an id, e-mail, phone or loyalty number is the same person as a customer, and why; the overview follows a moment later',
    allow: ['ops', 'csr'],
    answer: CustomerLinkAnswer,
    body: LinkCustomer,
    bodyExamples: [linking],
    params: { customerId: 'Customer id' },
    headers: idempotencyHeader,
    problems: { 422: '`idempotency-key-reused`' },
  })
  link(
    @Param('customerId', new Valid(CustomerId)) customerId: string,
    @Body(new Valid(LinkCustomer)) asked: LinkCustomer,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const data = new Valid(CustomerLinked).transform({ customerId, ...asked });
    return this.say({ type: 'tributary.customer.linked.v1', data }, key, by);
  }

  @Post(':customerId/links/remove')
  @HttpCode(200)
  @Endpoint({
    tag: 'reference data',
    operation: 'unlinkCustomer',
    summary:
      'Say that an id, e-mail, phone or loyalty number is another person than a customer, and why: a link of the two is taken apart, and all is as it was before',
    allow: ['ops', 'csr'],
    answer: CustomerLinkAnswer,
    body: UnlinkCustomer,
    bodyExamples: [unlinking],
    params: { customerId: 'Customer id' },
    headers: idempotencyHeader,
    problems: { 422: '`idempotency-key-reused`' },
  })
  unlink(
    @Param('customerId', new Valid(CustomerId)) customerId: string,
    @Body(new Valid(UnlinkCustomer)) asked: UnlinkCustomer,
    @Headers('idempotency-key') key: string | undefined,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const data = new Valid(CustomerUnlinked).transform({ customerId, ...asked });
    return this.say({ type: 'tributary.customer.unlinked.v1', data }, key, by);
  }

  private async say(saying: Saying, key: string | undefined, by: KeySubmitter) {
    mustBeIdempotencyKey(key);
    const event = await this.links.say(saying, key === undefined ? uuid() : `${by.keyId}\n${key}`, by);
    if (!event) throw keyReused();
    const linked = saying.type === 'tributary.customer.linked.v1';
    return { ...saying.data, linked, at: event.time, messageId: event.id };
  }
}
