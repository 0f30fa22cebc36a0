// The companion extension's worker in Node's extension host.
import * as runtime from 'onnxruntime-web/wasm';
import { serveEncoder } from '../src/companion/encoderServer';
import { hostPort } from '../src/workspace/worker/hostPort.node';

if (hostPort) serveEncoder(hostPort, runtime);
