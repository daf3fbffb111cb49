import { afterEach, describe, expect, it } from '@jest/globals';
import { describeOnEngine } from '@tributary/testing/engines';
import type { Admin } from 'kafkajs';
import { type OpenedOnKafka, openOnKafka } from '../../contract/kafka-subject.ts';
import { messages, opener, orders, until } from '../../contract/subject.ts';

const keys = Array.from({ length: 12 }, (_, n) => `k${n}.`);
const perKey = 5;

describeOnEngine('kafka', (address) => {
  describe('A group on Kafka', () => {
    const admins: Admin[] = [];
    const open = opener(() => openOnKafka(address()));
    afterEach(() => Promise.all(admins.splice(0).map((admin) => admin.disconnect())));

    /** Asks the brokers how a group is. */
    const asking = async ({ kafka, namespace }: OpenedOnKafka, group: string) => {
      const admin = kafka.admin();
      admins.push(admin);
      await admin.connect();
      return async () => (await admin.describeGroups([namespace + group])).groups[0]!;
    };

    it('leaves no partition with one that goes while it joins', async () => {
      const subject = await open();
      const stays = messages();
      await subject.bus.subscribe(stays.subscription);
      const group = await asking(subject, stays.subscription.group);
      const goes = subject.replica();
      const joining = goes.subscribe(messages().subscription);
      while ((await group()).state !== 'PreparingRebalance');
      await goes.close();
      await joining;
      expect((await group()).members).toHaveLength(1);
      await subject.append(keys.flatMap((key) => orders(key, perKey)));
      const all = keys.length * perKey;
      await until(() => new Set(stays.seen).size === all, 'the one that stayed handled everything');
    });
  });
});
