/**
 * Turns functions into a worker of ParityNet. One file, no dependencies, Node 18 or later: copy it beside your own.
 *
 *     import { serve } from './paritynet-worker.mjs';
 *
 *     function mse_loss({ input, target }) {
 *       const n = input.length;
 *       return { value: input.reduce((s, x, i) => s + (x - target[i]) ** 2, 0) / n, grads: { input: input.map((x, i) => 2 * (x - target[i]) / n) } };
 *     }
 *
 *     serve({ loss: { mse_loss } });
 *
 * The names that a function takes out of its argument say which arguments and options of the op it takes; what it does not name is left out of all
 * cases, or stays at its default. docs/workers.md of ParityNet has the rest.
 */
import { createInterface } from 'node:readline';
import { basename } from 'node:path';
import { writeSync } from 'node:fs';

// Names of arguments of ops; every other name is an option.
const INPUTS = new Set(('input target weight bias pos_weight var input1 input2 anchor positive negative log_probs targets input_lengths '
  + 'target_lengths running_mean running_var mask noise positive_distance negative_distance swap_distance').split(' '));
const OWN = new Set('dtype shapes cotangent param grad state step steps lr metrics shape seed'.split(' '));
const WORDS = { NaN, Infinity, '-Infinity': -Infinity };

/**
 * Answers ParityNet until it says stop.
 *
 * @param {object} ops Functions by kind and by the op's name: { loss: { mse_loss }, optimizer: { adam } }. Each takes one object:
 *   loss, activation, layer: { input, …, options … } -> value, or { value, grads: { input, … } }. Tensors are flat arrays, and shapes.input is the shape.
 *     A function that takes `cotangent` gives the gradients of the sum of cotangent times value; undefined stands for ones.
 *   optimizer: { param, grad, state, step, options … } -> { param, state }, for one parameter tensor and one step, counted from 1; `state` is an object of
 *     slots by PyTorch's names, empty before the first step. A function that returns { param } alone tells no state, and may keep what it likes in `state`.
 *   schedule: { step, lr, options … } -> rate, where lr is the rate that training starts from; a function that takes `metrics` gives all rates.
 *   initializer: { shape, seed, options … } -> numbers.
 * @param {object} settings name, version, dtypes (['float32', 'float64']); broadcast: true where functions take shapes that differ.
 */
export function serve(ops, settings = {}) {
  const { name = ownName(), version = '', dtypes = ['float32', 'float64'], broadcast = false } = settings;
  const all = Object.entries(ops).flatMap(([kind, functions]) => Object.entries(functions).map(([op, f]) => new Op(kind, op, f)));
  if (all.length === 0) throw new Error('serve must be given a function: expected one such as { loss: { mse_loss } }, got none.');
  // What the functions print must not get between the answers.
  console.log = console.info = console.debug = console.error;
  const write = line => { for (let bytes = Buffer.from(text(line) + '\n'); bytes.length > 0;) bytes = bytes.subarray(written(bytes)); };
  const answer = request => {
    const op = all.find(op => op.kind === request.op && op.name === request.name);
    if (!op) return { id: request.id, skipped: 'it is not served' };
    try {
      return { id: request.id, ...op.answer(request) };
    } catch (problem) {
      console.error(problem);
      return { id: request.id, error: { kind: 'backend', message: String(problem?.stack ?? problem).split('\n').slice(0, 2).map(l => l.trim()).join(' ') } };
    }
  };
  createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', line => {
    if (line.trim() === '') return;
    const request = JSON.parse(line);
    if (request.op === 'stop') process.exit(0);
    write(request.op === 'start'
      ? { protocol: 1, name, language: 'javascript', version, ops: all.map(op => op.greeting(dtypes, broadcast)) }
      : answer(request));
  });
}

function written(bytes) {
  try {
    return writeSync(1, bytes);
  } catch (problem) {
    // The pipe is full: its reader takes its time.
    if (problem.code === 'EAGAIN') return 0;
    throw problem;
  }
}

class Op {
  constructor(kind, name, f) {
    Object.assign(this, { kind, name, f, names: namesOf(f) });
  }

  greeting(dtypes, broadcast) {
    const said = { op: this.kind, name: this.name, dtypes };
    const isFunction = ['loss', 'activation', 'layer'].includes(this.kind);
    if (this.names) {
      said.options = this.names.filter(n => !(isFunction && INPUTS.has(n)) && (!OWN.has(n) || (n === 'lr' && this.kind === 'optimizer')));
      if (isFunction) said.inputs = this.names.filter(n => INPUTS.has(n));
    }
    if (isFunction) Object.assign(said, { cotangent: this.names?.includes('cotangent') ?? false, broadcast });
    return said;
  }

  answer(request) {
    const given = { dtype: request.dtype ?? 'float64' };
    for (const [n, v] of Object.entries(request.options ?? {})) given[n] = option(v);
    return this[this.kind](request, given);
  }

  loss(request, given) {
    const { dtype } = given, { inputs } = request;
    given.shapes = {};
    for (const [n, tensor] of Object.entries(inputs)) {
      given[n] = read(tensor, dtype);
      given.shapes[n] = tensor.shape;
    }
    if (request.cotangent) given.cotangent = read(request.cotangent, dtype);
    const result = this.f(given), isWhole = result !== null && typeof result === 'object' && 'value' in result;
    const lead = (this.names ?? []).find(n => n in inputs) ?? Object.keys(inputs)[0];
    const answer = { value: tensor(isWhole ? result.value : result, dtype, inputs[lead].shape) };
    if (isWhole && result.grads) {
      answer.grads = {};
      for (const [n, g] of Object.entries(result.grads)) if (n in inputs && g != null) answer.grads[n] = tensor(g, dtype, inputs[n].shape);
    }
    return answer;
  }

  activation(request, given) { return this.loss(request, given); }

  layer(request, given) { return this.loss(request, given); }

  optimizer(request, given) {
    const { dtype } = given, shapes = request.params.map(p => p.shape), before = request.from ?? {};
    const again = (x, shape) => read(tensor(x, dtype, shape), dtype);
    let params = request.params.map(p => read(p, dtype)), isTold = true;
    let states = params.map((_, i) => Object.fromEntries(Object.entries(before).filter(([n]) => n !== 'step').map(([n, t]) => [n, read(t[i], dtype)])));
    const all = { params: [], state: [] };
    request.grads.forEach((grads, k) => {
      grads.forEach((g, i) => {
        const result = this.f({ ...given, param: params[i], grad: read(g, dtype), state: states[i], step: (before.step ?? 0) + k + 1 });
        isTold &&= result.state !== undefined;
        // A step starts from what the step before has answered.
        params[i] = again(result.param, shapes[i]);
        if (result.state) states[i] = Object.fromEntries(Object.entries(result.state).map(([n, s]) => [n, again(s, shapes[i])]));
      });
      all.params.push(params.map((p, i) => tensor(p, dtype, shapes[i])));
      if (isTold) all.state.push(Object.fromEntries(Object.keys(states[0]).map(n => [n, states.map((s, i) => tensor(s[n], dtype, shapes[i]))])));
    });
    return isTold ? all : { params: all.params };
  }

  schedule(request, given) {
    given.lr = request.lr;
    const rates = request.metrics
      ? this.f({ ...given, metrics: request.metrics.map(number) })
      : Array.from({ length: request.steps + 1 }, (_, step) => this.f({ ...given, step, steps: request.steps }));
    return { lr: Array.from(rates, word) };
  }

  initializer(request, given) {
    return { value: tensor(this.f({ ...given, shape: request.shape, seed: request.seed }), given.dtype, request.shape) };
  }
}

// The names that a function takes out of its one argument: f({ input, target, delta = 1 }); null where it takes all.
function namesOf(f) {
  const pattern = /^(?:async\s+)?(?:function\b[^(]*|[\w$]+\s*)?\(\s*\{/.exec(Function.prototype.toString.call(f));
  if (!pattern) return null;
  const text = Function.prototype.toString.call(f), names = [];
  let depth = 0, part = '';
  for (const c of text.slice(pattern[0].length)) {
    if (depth === 0 && (c === ',' || c === '}')) {
      const n = part.trim();
      if (n.startsWith('...')) return null;
      if (n) names.push(/^[\w$]+/.exec(n)[0]);
      part = '';
      if (c === '}') return names;
    } else {
      depth += '{[('.includes(c) ? 1 : '}])'.includes(c) ? -1 : 0;
      part += c;
    }
  }
  return null;
}

const ownName = () => basename(process.argv[1] ?? 'javascript').replace(/\.\w+$/, '').replaceAll(',', '').slice(0, 40) || 'javascript';

const number = x => x === MINUS_ZERO ? -0 : typeof x === 'string' ? WORDS[x] : x;

const option = x => Array.isArray(x) ? x.map(option) : typeof x === 'string' && x in WORDS ? WORDS[x] : x;

// JSON.stringify would write −0 as 0.
const MINUS_ZERO = '\u0000-0';

const text = answer => JSON.stringify(answer).replaceAll(JSON.stringify(MINUS_ZERO), '-0.0');

const word = x => Object.is(x, -0) ? MINUS_ZERO : Number.isFinite(x) ? x : Number.isNaN(x) ? 'NaN' : x > 0 ? 'Infinity' : '-Infinity';

const read = (tensor, dtype) => tensor.data.map(x => (tensor.dtype ?? dtype) === 'float32' ? Math.fround(number(x)) : number(x));

// Numbers without lists in them have the shape of the argument that they go with, where they are as many.
function tensor(result, dtype, shape) {
  const isList = Array.isArray(result) || ArrayBuffer.isView(result), own = [];
  for (let at = result; Array.isArray(at) || ArrayBuffer.isView(at); at = at[0]) own.push(at.length);
  const data = isList ? Array.from(result).flat(Infinity) : [result];
  const isFlat = own.length === 1 && own[0] === shape.reduce((product, length) => product * length, 1);
  return { shape: isFlat ? shape : own, data: data.map(x => word(dtype === 'float32' ? Math.fround(x) : x)) };
}
