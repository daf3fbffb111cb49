// Run by mongosh, once or again: initiates the replica set of one node and waits for its primary.
const patience = 60_000;
const started = Date.now();

try {
  rs.status();
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error;
  rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] });
}
while (!db.hello().isWritablePrimary) {
  if (Date.now() - started > patience) throw new Error('The replica set has no primary.');
  sleep(200);
}
