import { createRequire } from 'node:module';
import type { MethodDefinition } from '@grpc/grpc-js';
import type * as ServerFeatures from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import type * as Shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import type * as Status from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import type * as Streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type * as ServerErrors from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/errors_pb.js';
import type * as AppendErrors from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/errors_pb.js';
import type * as Appends from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';

const load = createRequire(import.meta.url);
const generated = '@kurrent/kurrentdb-client/generated/kurrentdb/protocols';

type Methods = Record<string, MethodDefinition<unknown, unknown>>;

/** The client's own generated messages; they are CommonJS with exports that an ES module cannot name. */
export const serverFeatures = load(`${generated}/v1/serverfeatures_pb.js`) as typeof ServerFeatures;
export const shared = load(`${generated}/v1/shared_pb.js`) as typeof Shared;
export const status = load(`${generated}/v1/status_pb.js`) as typeof Status;
export const streams = load(`${generated}/v1/streams_pb.js`) as typeof Streams;
export const serverErrors = load(`${generated}/v2/errors_pb.js`) as typeof ServerErrors;
export const appends = load(`${generated}/v2/streams/streams_pb.js`) as typeof Appends;
export const appendErrors = load(`${generated}/v2/streams/errors_pb.js`) as typeof AppendErrors;
export const { Any } = load('google-protobuf/google/protobuf/any_pb.js') as {
  Any: new () => Parameters<InstanceType<typeof Status.Status>['setDetails']>[0] & {
    pack(bytes: Uint8Array, name: string, prefix: string): void;
  };
};
export const { Timestamp } = load('google-protobuf/google/protobuf/timestamp_pb.js') as {
  Timestamp: {
    fromDate(date: Date): Parameters<InstanceType<typeof Streams.ReadResp.CaughtUp>['setTimestamp']>[0];
  };
};

const methodsOf = (file: string, service: string): Methods =>
  (load(`${generated}/${file}`) as Record<string, Methods>)[service]!;

/** The same services as the client's, method by method. */
export const services = {
  features: methodsOf('v1/serverfeatures_grpc_pb.js', 'ServerFeaturesService'),
  streams: methodsOf('v1/streams_grpc_pb.js', 'StreamsService'),
  appends: methodsOf('v2/streams/streams_grpc_pb.js', 'StreamsServiceService'),
};
