import { calm } from '@tributary/event-store/simulated';
import { describeEventBus } from '../../contract/index.ts';
import { openOnBrokers } from '../../contract/kafka-subject.ts';
import { SimulatedCluster, simulatedKafka } from './index.ts';

describeEventBus(
  'a simulated cluster of Kafka',
  () => {
    const cluster = new SimulatedCluster({ now: Date.now });
    return openOnBrokers((clientId) => simulatedKafka({ cluster, weather: calm, clientId }));
  },
  { progressOverOtherTopics: 'a group reads only the topics it subscribed to' },
  { histories: 12 },
);
