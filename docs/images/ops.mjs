// Draws a picture of every op that has one, from numbers that the tool computes: node ops.mjs tool charts folder [name …]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { list, start } from './eval.mjs';
import { curve } from './functions.mjs';
import { draws, paths, rates, surfaces } from './runs.mjs';
import * as plots from './plots.mjs';

const [tool, charts, folder, ...only] = process.argv.slice(2);
const load = path => import(pathToFileURL(join(charts, 'node_modules', path)));
const vega = await load('vega/build/vega.module.js'), lite = await load('vega-lite/build/index.js');

const kinds = {
  loss: async (op, ask) => drawn(await curve(op, ask), plots.curve),
  activation: async (op, ask) => drawn(await curve(op, ask), plots.curve),
  initializer: async (op, ask) => drawn(await draws(op, ask), plots.draws),
  schedule: async (op, ask) => drawn(await rates(op, ask), plots.rates),
  optimizer: async (op, ask) => drawn(await paths(op, ask), found => plots.paths(found, surfaces)),
};

/** The same picture without what only an interactive page needs; hundredths of a pixel are fine enough. */
const slim = svg => svg
  .replace(/<path class="foreground"[^>]*display="none"\/>/g, '')
  .replace(/<path class="background"[^>]*d="M0,0h0v0h0Z"[^>]*\/>/g, '')
  .replace(/ (aria-[a-z]+|role|class|pointer-events)="[^"]*"/g, '')
  .replace(/="[^"]*"/g, attribute => attribute.replace(/(\.\d\d)\d+/g, '$1'));

const drawn = (found, plot) => found && plot(found);

mkdirSync(folder, { recursive: true });
const { ask, end } = start(tool);
for (const op of list(tool).filter(o => only.length === 0 || only.includes(o.name))) {
  const plot = await kinds[op.kind]?.(op, ask);
  if (!plot) {
    console.error(`${op.name}: no picture`);
    continue;
  }
  const view = new vega.View(vega.parse(lite.compile(plot).spec), { renderer: 'none' });
  writeFileSync(join(folder, `${op.name}.svg`), slim(await view.toSVG()) + '\n');
}
end();
