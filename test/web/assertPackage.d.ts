declare module 'assert/' {
  export { strict } from 'node:assert';
}
