import { spawnSync } from 'node:child_process';
import type { StartedTestContainer } from 'testcontainers';

export type Engine = 'kafka' | 'mongodb' | 'postgres' | 'kurrentdb';

/** Where somebody says that an engine is there already. */
export const addressVariable: Record<Engine, string> = {
  kafka: 'KAFKA_BROKERS',
  mongodb: 'MONGODB_URL',
  postgres: 'POSTGRES_URL',
  kurrentdb: 'KURRENTDB_URL',
};

let answers: boolean | undefined;

/** Whether a Docker engine answers here; asked once a process. */
export const dockerAnswers = (): boolean =>
  (answers ??= spawnSync('docker', ['info'], { timeout: 5_000, stdio: 'ignore' }).status === 0);

interface Started {
  readonly address: string;
  stop(): Promise<unknown>;
}

const at = (container: StartedTestContainer, port: number): string =>
  `${container.getHost()}:${container.getMappedPort(port)}`;

/** The broker tells clients its own address, so its port is the same inside and outside. */
const kafkaPort = 19_092;

/** The engine's image, as `docker-compose.yml` pins it, started and answering. */
export const startContainer = async (engine: Engine): Promise<Started> => {
  const { GenericContainer, Wait } = await import('testcontainers');
  const stopped = (container: StartedTestContainer, address: string): Started => ({
    address,
    stop: () => container.stop(),
  });
  switch (engine) {
    case 'postgres': {
      const container = await new GenericContainer('postgres:17.5')
        .withEnvironment({ POSTGRES_PASSWORD: 'test' })
        .withExposedPorts(5432)
        .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/, 2))
        .start();
      return stopped(container, `postgres://postgres:test@${at(container, 5432)}/postgres`);
    }
    case 'mongodb': {
      const container = await new GenericContainer('mongo:8.0.10')
        .withCommand(['--replSet', 'rs0', '--bind_ip_all'])
        .withExposedPorts(27_017)
        .withWaitStrategy(Wait.forLogMessage(/Waiting for connections/))
        .start();
      await container.exec([
        'mongosh',
        '--eval',
        'rs.initiate({_id:"rs0",members:[{_id:0,host:"localhost:27017"}]})',
      ]);
      return stopped(container, `mongodb://${at(container, 27_017)}/?directConnection=true`);
    }
    case 'kafka': {
      const container = await new GenericContainer('apache/kafka:4.0.0')
        .withEnvironment({
          KAFKA_NODE_ID: '1',
          KAFKA_PROCESS_ROLES: 'broker,controller',
          KAFKA_LISTENERS: `PLAINTEXT://:${kafkaPort},CONTROLLER://:9093`,
          KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${kafkaPort}`,
          KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
          KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
          KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
          KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
        })
        .withExposedPorts({ container: kafkaPort, host: kafkaPort })
        .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
        .start();
      return stopped(container, `127.0.0.1:${kafkaPort}`);
    }
    case 'kurrentdb': {
      const container = await new GenericContainer('kurrentplatform/kurrentdb:26.1.2')
        .withEnvironment({
          KURRENTDB_INSECURE: 'true',
          KURRENTDB_RUN_PROJECTIONS: 'None',
          KURRENTDB_MAX_APPEND_EVENT_SIZE: '16000000',
          KURRENTDB_MAX_APPEND_SIZE: '16000000',
          KURRENTDB_TELEMETRY_OPTOUT: 'true',
        })
        .withExposedPorts(2113)
        .withWaitStrategy(Wait.forHttp('/health/live', 2113).forStatusCode(204))
        .start();
      return stopped(container, `kurrentdb://${at(container, 2113)}?tls=false`);
    }
  }
};
