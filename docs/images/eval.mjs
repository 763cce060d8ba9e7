// A running `paritynet eval`: asks it one request after another.
import { spawn, execFileSync } from 'node:child_process';
import { createInterface } from 'node:readline';

export function start(tool) {
  const process = spawn(tool, ['eval', '--backend', 'native'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = [];
  createInterface({ input: process.stdout }).on('line', line => waiting.shift()(JSON.parse(line)));
  return {
    ask: request => new Promise(resolve => {
      waiting.push(resolve);
      process.stdin.write(JSON.stringify({ dtype: 'float64', ...request }) + '\n');
    }),
    end: () => process.stdin.end(),
  };
}

export const list = tool => JSON.parse(execFileSync(tool, ['list', '--json'], { maxBuffer: 1 << 26 }));

export const tensor = (shape, data, dtype) => ({ shape, data, ...(dtype && { dtype }) });

/** Numbers from answers: infinity and NaN are strings there. */
export const numbers = answer => answer.data.map(Number);
