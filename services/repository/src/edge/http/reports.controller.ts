import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { BusinessDate, Channel, LocationId, Timestamp, TradeReport } from '@tributary/contracts';
import { Endpoint, Valid, sendFound } from '@tributary/http';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { mostClosingHours } from '../../projections/trading-days/recorded.ts';
import { TradeReports } from '../../use-cases/trade-reports.ts';

const mostDays = 400;
const usualClosingHours = 6;

const daysIn = (from: string, to: string): number => 1 + (Date.parse(to) - Date.parse(from)) / 86_400_000;

const TradeQuery = z
  .strictObject({
    from: BusinessDate.describe('The first business date.'),
    to: BusinessDate.describe(`The last business date; at most ${mostDays} in all.`),
    by: z
      .enum(['day', 'channel', 'location'])
      .default('day')
      .describe('What there is a row of, one for each currency.'),
    known: z
      .union([z.enum(['now', 'close']), Timestamp])
      .default('now')
      .describe(
        'Up to when `corrected` counts what was recorded: now, when each date was closed, or until a moment, of which the last whole hour counts, and the last whole day of what was recorded more than 72 hours after the date.',
      ),
    closes: z.coerce
      .number()
      .int()
      .min(0)
      .max(mostClosingHours)
      .default(usualClosingHours)
      .describe('Hours after its end, at midnight UTC, at which a business date is closed.'),
    channel: Channel.optional().describe('Of this channel alone.'),
    location: LocationId.optional().describe('Of the tills of this store alone.'),
  })
  .refine(({ from, to }) => daysIn(from, to) >= 1 && daysIn(from, to) <= mostDays, {
    path: ['to'],
    error: `The last business date is not before the first, and they are at most ${mostDays} days.`,
  });

/** Figures for those who report on trade. */
@Controller('v1/reports')
export class ReportsController {
  constructor(@Inject(TradeReports) private readonly reports: TradeReports) {}

  @Get('trading-days')
  @Endpoint({
    tag: 'overview',
    operation: 'reportTradingDays',
    summary:
      'Trade by business date, by channel or by store: as each date was known when it was closed, as it is known now, and what differs',
    allow: ['ops', 'analyst'],
    answer: { list: TradeReport },
    query: TradeQuery,
  })
  async tradingDays(
    @Query(new Valid(TradeQuery)) { known, ...asked }: z.infer<typeof TradeQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const until = known === 'now' || known === 'close' ? known : Date.parse(known);
    const report = await this.reports.of({ ...asked, known: until }, Date.now());
    await sendFound(reply, { name: 'trading-days', answer: TradeReport, entries: rowsOf(report) });
  }
}

async function* rowsOf({ items, ...beside }: TradeReport): AsyncGenerator<readonly unknown[], object> {
  yield items;
  return beside;
}
