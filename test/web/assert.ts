// Stands for node:assert/strict where there is no Node: the same assertions from npm's `assert`.
export { strict as default } from 'assert/';
