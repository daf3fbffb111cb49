/** Loaded into the platform under test: tells at its end what anyone put on the prototype of all objects. */
process.on('exit', () => {
  const inherited = [];
  for (const name in {}) inherited.push(name);
  process.stdout.write(`inherited by all objects: [${inherited}]\n`);
});
