import { join } from 'node:path';
import { describeSource } from './sourceContract';
import { StandInEngine } from './standInEngine';

let engine: StandInEngine;
before(async () => {
  engine = await StandInEngine.start();
});
after(() => engine.stop());

describeSource('articles held in memory', { from: (root) => Promise.resolve([join(root, 'archive')]) });
describeSource('a stored index', {
  into: (root) => Promise.resolve(['--out', join(root, 'index')]),
  from: (root) => Promise.resolve(['--index', join(root, 'index')]),
});
describeSource('an index in an engine', {
  into: () => Promise.resolve(['--to', engine.url, '--name', 'contract']),
  from: () => Promise.resolve(['--index', engine.url, '--name', 'contract']),
});
