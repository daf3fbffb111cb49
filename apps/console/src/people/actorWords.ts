import type { ActorWords } from '@tributary/client';
import { t } from '../words/words.ts';

/** How those who act are called in the language of the page. */
export const actorWords: ActorWords = {
  roles: {
    integrator: t('integrator'),
    ops: t('operations'),
    csr: t('customer service'),
    supervisor: t('supervisor'),
    associate: t('store associate'),
    analyst: t('analyst'),
    admin: t('administrator'),
  },
  operator: t('the operator'),
  topicOf: (name) => t('Kafka topic {name}', { name }),
  keyOf: (role, end) => t('{role} (key …{end})', { role, end }),
};
