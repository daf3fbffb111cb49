import { Body, Controller, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import {
  LocationId,
  LocationUpdated,
  type LocationUpdated as Location,
  NetworkLocation,
  NetworkLocations,
  OrderId,
  RuleSets,
  SourcingDecisions,
  inboundExamples,
} from '@tributary/contracts';
import { commandedBy } from '@tributary/event-store';
import { Endpoint, type KeySubmitter, SubmittedBy, Valid } from '@tributary/http';
import { Networks } from '../../use-cases/networks.ts';
import { Sourcings } from '../../use-cases/sourcings.ts';

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
    summary: 'All locations of the network',
    allow: 'any',
    answer: NetworkLocations,
  })
  async locations() {
    const { locations } = await this.networks.current();
    return { items: [...locations.values()].sort((a, b) => (a.locationId < b.locationId ? -1 : 1)) };
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
    summary: 'The rule set in force',
    allow: ['ops', 'csr', 'analyst'],
    answer: RuleSets,
  })
  async ruleSets() {
    return { items: [(await this.networks.current()).ruleSet] };
  }

  @Get('orders/:orderId/decisions')
  @Endpoint({
    tag: 'orders',
    operation: 'listDecisions',
    summary:
      'Every sourcing decision of an order, with the candidates that matter, why each lost, and how many others lost for which reason',
    allow: ['integrator', 'ops', 'csr', 'associate', 'analyst'],
    answer: SourcingDecisions,
    params: { orderId: 'Order id' },
  })
  async decisions(@Param('orderId', new Valid(OrderId)) orderId: string) {
    const decisions = await this.sourcings.decisionsOf(orderId);
    return { items: decisions.map(({ data, time }) => ({ ...data, decidedAt: time })) };
  }
}
