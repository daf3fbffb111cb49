import { describeOnEngine } from '@tributary/testing/engines';
import { describeReadStore } from '../contract/index.ts';
import { openMongoReadStore } from './index.ts';
import { temporaryDatabase } from './temporary-database.ts';

describeOnEngine('mongodb', (address) => {
  describeReadStore('A read store in MongoDB', async () => {
    const { database, drop } = temporaryDatabase(address());
    const options = { url: address(), database };
    let store = await openMongoReadStore(options);
    return {
      store,
      reopen: async () => {
        await store.close();
        store = await openMongoReadStore(options);
        return store;
      },
      close: async () => {
        await store.close();
        await drop();
      },
    };
  });
});
