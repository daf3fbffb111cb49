import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  LocationId,
  LocationUpdated,
  type LocationUpdated as Location,
  NetworkLocation,
  NetworkLocations,
  OrderId,
  RuleSets,
  SourcingDecisions,
  SourcingInquiry,
  SourcingOutlook,
  inboundExamples,
  sourcingInquiryExamples,
} from '@tributary/contracts';
import { commandedBy } from '@tributary/event-store';
import {
  Endpoint,
  type KeySubmitter,
  SubmittedBy,
  Valid,
  listParameters,
  momentOf,
  momentParameters,
  partOf,
  sendList,
} from '@tributary/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Networks } from '../../use-cases/networks.ts';
import { Sourcings } from '../../use-cases/sourcings.ts';

const size = { usual: 200, most: 1_000 };
const decisionsSize = { usual: 100, most: 200 };
const LocationsQuery = z.strictObject({ ...momentParameters('The network'), ...listParameters(size) });
const RuleSetsQuery = z.strictObject(momentParameters('The rule set'));
const DecisionsQuery = z.strictObject(listParameters(decisionsSize));

const LocationBody = LocationUpdated.omit({ locationId: true });
const [{ locationId: _, ...locationExample }] = inboundExamples['tributary.location.updated.v1'];

@Controller('v1')
export class NetworkController {
  constructor(
    @Inject(Networks) private readonly networks: Networks,
    @Inject(Sourcings) private readonly sourcings: Sourcings,
  ) {}

  @Get('locations')
  @Endpoint({
    tag: 'network',
    operation: 'listLocations',
    summary: 'Locations of the network by id, as they are now or as they were at a moment',
    allow: 'any',
    answer: { list: NetworkLocations },
    query: LocationsQuery,
  })
  async locations(
    @Query(new Valid(LocationsQuery)) asked: z.infer<typeof LocationsQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const part = async (limit: number, cursor?: string) => {
      const { locations } = await this.asked(asked);
      const byId = [...locations.values()].sort((a, b) => (a.locationId < b.locationId ? -1 : 1));
      return partOf(byId, ({ locationId }) => locationId, limit, cursor);
    };
    await sendList(reply, { name: 'locations', answer: NetworkLocations, size, part }, asked);
  }

  private asked(moment: z.infer<typeof RuleSetsQuery>) {
    const past = momentOf(moment);
    return past ? this.networks.at(past) : this.networks.current();
  }

  @Put('locations/:locationId')
  @HttpCode(200)
  @Endpoint({
    tag: 'network',
    operation: 'defineLocation',
    summary: 'Define or change a location',
    allow: ['integrator', 'ops'],
    answer: NetworkLocation,
    body: LocationBody,
    bodyExamples: [locationExample],
    params: { locationId: 'Location id' },
  })
  async define(
    @Param('locationId', new Valid(LocationId)) locationId: LocationId,
    @Body(new Valid(LocationBody)) body: Omit<Location, 'locationId'>,
    @SubmittedBy() by: KeySubmitter,
  ) {
    const cause = commandedBy('tributary/sourcing', by);
    await this.networks.define(cause, { locationId, ...body });
    return { locationId, ...body };
  }

  @Get('rulesets')
  @Endpoint({
    tag: 'network',
    operation: 'listRuleSets',
    summary: 'The rule set in force now, or at a moment, the only one of the list',
    allow: ['ops', 'csr', 'analyst'],
    answer: RuleSets,
    query: RuleSetsQuery,
  })
  async ruleSets(@Query(new Valid(RuleSetsQuery)) asked: z.infer<typeof RuleSetsQuery>) {
    return { items: [(await this.asked(asked)).ruleSet] };
  }

  @Post('sourcing/outlook')
  @HttpCode(200)
  @Endpoint({
    tag: 'orders',
    operation: 'previewSourcing',
    summary: 'Where goods would come from if they were ordered now, and what would wait; nothing is reserved',
    allow: ['integrator', 'ops', 'csr'],
    answer: SourcingOutlook,
    body: SourcingInquiry,
    bodyExamples: sourcingInquiryExamples,
  })
  outlook(@Body(new Valid(SourcingInquiry)) inquiry: SourcingInquiry) {
    return this.sourcings.outlook(inquiry, new Date().toISOString());
  }

  @Get('orders/:orderId/decisions')
  @Endpoint({
    tag: 'orders',
    operation: 'listDecisions',
    summary:
      'Every sourcing decision of an order, with the candidates that matter, why each lost, and how many others lost for which reason',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: { list: SourcingDecisions },
    query: DecisionsQuery,
    params: { orderId: 'Order id' },
  })
  async decisions(
    @Param('orderId', new Valid(OrderId)) orderId: string,
    @Query(new Valid(DecisionsQuery)) asked: z.infer<typeof DecisionsQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const part = async (limit: number, cursor?: string) => {
      const decisions = await this.sourcings.decisionsOf(orderId);
      const { items, next } = partOf(decisions, ({ version }) => String(version), limit, cursor);
      return { items: items.map(({ data, time }) => ({ ...data, decidedAt: time })), ...(next && { next }) };
    };
    await sendList(reply, { name: 'decisions', answer: SourcingDecisions, size: decisionsSize, part }, asked);
  }
}
