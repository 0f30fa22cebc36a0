// The companion extension's worker in a browser's.
import * as runtime from 'onnxruntime-web/wasm';
import { serveEncoder } from '../src/companion/encoderServer';
import { hostPort } from '../src/workspace/worker/hostPort.web';

serveEncoder(hostPort, runtime);
