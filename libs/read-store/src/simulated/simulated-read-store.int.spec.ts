import { describeReadStore } from '../contract/index.ts';
import { SimulatedReadServer, SimulatedReadStore } from './index.ts';

describeReadStore('A read store on a simulated server', () => {
  const server = new SimulatedReadServer();
  let store = new SimulatedReadStore({ server });
  return Promise.resolve({
    store,
    reopen: async () => {
      await store.close();
      store = new SimulatedReadStore({ server });
      return store;
    },
    close: () => store.close(),
  });
});
