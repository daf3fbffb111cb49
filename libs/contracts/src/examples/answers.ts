import { accessAnswers } from './answers-access.ts';
import { bulkAnswers } from './answers-bulk.ts';
import { customerAnswers } from './answers-customers.ts';
import { feedAnswers } from './answers-feed.ts';
import { intakeAnswers } from './answers-intake.ts';
import { moneyAnswers } from './answers-money.ts';
import { networkAnswers } from './answers-network.ts';
import { orderAnswers } from './answers-order.ts';
import { orderViewAnswers } from './answers-order-views.ts';
import { overviewAnswers } from './answers-overview.ts';
import { problemAnswers } from './answers-problem.ts';
import { queueAnswers } from './answers-queues.ts';
import { reconciliationAnswers } from './answers-reconciliation.ts';
import { returnAnswers } from './answers-returns.ts';
import { withdrawalAnswers } from './answers-withdrawals.ts';
import { runningAnswers } from './answers-running.ts';
import { affinityAnswers } from './answers-affinity.ts';
import { segmentAnswers } from './answers-segments.ts';
import { settingsAnswers } from './answers-settings.ts';
import { stockAnswers } from './answers-stock.ts';
import { timelinePolicyAnswers } from './answers-timeline-policy.ts';
import { traceAnswers } from './answers-trace.ts';
import { tradeAnswers } from './answers-trade.ts';
import { webhookAnswers } from './answers-webhooks.ts';

/** Examples of every answer, by its name: the first is one as it mostly is. */
export const examplesByAnswer: ReadonlyMap<string, readonly unknown[]> = new Map<string, readonly unknown[]>(
  [
    accessAnswers,
    bulkAnswers,
    customerAnswers,
    feedAnswers,
    intakeAnswers,
    moneyAnswers,
    networkAnswers,
    orderAnswers,
    orderViewAnswers,
    overviewAnswers,
    problemAnswers,
    queueAnswers,
    reconciliationAnswers,
    returnAnswers,
    withdrawalAnswers,
    runningAnswers,
    affinityAnswers,
    segmentAnswers,
    settingsAnswers,
    stockAnswers,
    timelinePolicyAnswers,
    traceAnswers,
    tradeAnswers,
    webhookAnswers,
  ].flatMap((examples) => Object.entries(examples)),
);
