/**
 * TensorFlow.js as a worker of ParityNet: node tfjs_worker.mjs [core | keras], with gradients by tf.grads.
 *
 * `core` is tf.losses, tf.train and the operations of tfjs-core; `keras` is the losses of a compiled model and the activations and layers of tfjs-layers.
 * It speaks the protocol itself, without the kit, since its optimizers keep their own state over the steps of a run. Everything is in float32, the one
 * type that TensorFlow.js has.
 */
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { writeSync } from 'node:fs';

// What TensorFlow.js prints must not get between the answers.
console.log = console.info = console.debug = console.warn = console.error;
const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs-core');
require('@tensorflow/tfjs-backend-cpu');
const keras = require('@tensorflow/tfjs-layers');

const api = process.argv[2] ?? 'core';
if (!['core', 'keras'].includes(api)) {
  console.error(`tfjs_worker.mjs must be told which API: expected core or keras, got ${api}.`);
  process.exit(2);
}

class Skipped extends Error {}

const product = shape => shape.reduce((all, length) => all * length, 1);
const words = { NaN, Infinity, '-Infinity': -Infinity };
const number = x => typeof x === 'string' ? words[x] : x;
const option = x => Array.isArray(x) ? x.map(option) : number(x) ?? x;

// ── losses ──

const REDUCTIONS = { none: tf.Reduction.NONE, mean: tf.Reduction.MEAN, sum: tf.Reduction.SUM };

// A loss of tf.losses: labels come first, weights are left out.
const weighted = (call, options = '', inputs = 'input target') => ({
  inputs, options: `${options} reduction`.trim(),
  value: (x, o) => call(x, o, REDUCTIONS[o.reduction]),
});

const labelsOf = (x, smoothing = 0) => x.target.dtype === 'int32' ? tf.oneHot(x.target, x.input.shape.at(-1)) : x.target;

const CORE_LOSSES = {
  l1_loss: weighted((x, o, r) => tf.losses.absoluteDifference(x.target, x.input, undefined, r)),
  mse_loss: weighted((x, o, r) => tf.losses.meanSquaredError(x.target, x.input, undefined, r)),
  huber_loss: weighted((x, o, r) => tf.losses.huberLoss(x.target, x.input, undefined, o.delta, r), 'delta'),
  hinge: weighted((x, o, r) => tf.losses.hingeLoss(x.target, x.input, undefined, r)),
  binary_cross_entropy: weighted((x, o, r) => tf.losses.logLoss(x.target, x.input, undefined, undefined, r)),
  binary_cross_entropy_with_logits: weighted((x, o, r) => tf.losses.sigmoidCrossEntropy(x.target, x.input, undefined, 0, r)),
  cross_entropy: weighted((x, o, r) => {
    if (x.input.rank !== 2 || x.input.size === 0) throw new Skipped('softmaxCrossEntropy has one row of logits an example');
    // A label that is ignored has no row of its own here.
    if (x.target.dtype === 'int32' && x.target.dataSync().includes(o.ignore_index)) throw new Skipped('tf.losses ignores no label');
    return tf.losses.softmaxCrossEntropy(labelsOf(x), x.input, undefined, o.label_smoothing, r);
  }, 'label_smoothing ignore_index'),
};

// The loss of a compiled model with one layer that changes nothing. Keras takes the mean over the last axis and then over the batch.
const models = new Map();
function modelOf(loss, width) {
  const key = `${loss} ${width}`;
  if (!models.has(key)) {
    const inputs = keras.input({ shape: [width] });
    const model = keras.model({ inputs, outputs: keras.layers.activation({ activation: 'linear' }).apply(inputs) });
    model.compile({ loss, optimizer: 'sgd' });
    models.set(key, model);
  }
  return models.get(key);
}

function compiled(loss, { rows = false, options = '', only = () => null, input = x => x, total = 'mean' } = {}) {
  const shaped = t => rows && t.rank === 1 ? tf.reshape(t, [1, t.size]) : rows ? t : tf.reshape(t, [1, t.size]);
  return {
    inputs: 'input target', options: `${options} reduction`.trim(),
    check: (x, o) => o.reduction !== total ? `Keras' reduction is the mean over the batch, ${total} here` : only(x, o) ?? (x.input.size === 0 ? 'no empty batches' : null),
    // What fit does: the loss of each row, and its mean.
    value: (x, o) => tf.mean(modelOf(loss, shaped(x.input).shape.at(-1)).lossFunctions[0](shaped(x.target), shaped(input(x.input)))),
    // What evaluate answers must be the same number.
    told: x => modelOf(loss, shaped(x.input).shape.at(-1)).evaluate(shaped(input(x.input)), shaped(x.target), { batchSize: shaped(x.input).shape[0] }),
  };
}

const KERAS_LOSSES = {
  mse_loss: compiled('meanSquaredError'),
  l1_loss: compiled('meanAbsoluteError'),
  mean_absolute_percentage_error: compiled('meanAbsolutePercentageError'),
  mean_squared_logarithmic_error: compiled('meanSquaredLogarithmicError'),
  hinge: compiled('hinge'),
  squared_hinge: compiled('squaredHinge'),
  categorical_hinge: compiled('categoricalHinge', { rows: true }),
  log_cosh: compiled('logcosh'),
  binary_cross_entropy: compiled('binaryCrossentropy'),
  kl_div: compiled('kullbackLeiblerDivergence', {
    rows: true, options: 'log_target', total: 'batchmean', input: tf.exp, only: (x, o) => o.log_target ? 'Keras takes probabilities' : x.input.rank === 2 ? null : 'Keras has one row of probabilities an example',
  }),
  poisson_nll_loss: compiled('poisson', {
    options: 'log_input full', only: (_, o) => o.log_input || o.full ? 'Keras takes the rate itself, without Stirling’s term' : null,
  }),
};

// ── activations and layers ──

const activation = (value, options = '', extra = {}) => ({ inputs: 'input', options, value, cotangent: true, ...extra });
const named = name => activation(x => keras.layers.activation({ activation: name }).apply(x.input));
// The axis that PyTorch takes where none is named.
const implicit = rank => rank === 0 || rank === 1 || rank === 3 ? 0 : 1;
const lastOnly = { check: (x, o) => [-1, x.input.rank - 1].includes(o.dim ?? implicit(x.input.rank)) ? null : 'TensorFlow.js has the last axis alone' };

const CORE_ACTIVATIONS = {
  relu: activation(x => tf.relu(x.input)), relu6: activation(x => tf.relu6(x.input)), elu: activation(x => tf.elu(x.input)),
  selu: activation(x => tf.selu(x.input)), sigmoid: activation(x => tf.sigmoid(x.input)), tanh: activation(x => tf.tanh(x.input)),
  softplus: activation(x => tf.softplus(x.input)), logsigmoid: activation(x => tf.logSigmoid(x.input)),
  leaky_relu: activation((x, o) => tf.leakyRelu(x.input, o.negative_slope), 'negative_slope'),
  prelu: activation(x => tf.prelu(x.input, x.weight), '', {
    inputs: 'input weight', grad: ['input', 'weight'], check: x => x.input.size === 0 ? 'no empty tensors' : x.weight.size === 1 ? null : 'tf.prelu broadcasts over the last axis, not over channels',
  }),
  softmax: activation(x => tf.softmax(x.input), 'dim', lastOnly), log_softmax: activation(x => tf.logSoftmax(x.input), 'dim', lastOnly),
  hardtanh: activation((x, o) => tf.clipByValue(x.input, o.min_val, o.max_val), 'min_val max_val'),
  identity: activation(x => tf.clone(x.input)),
};

const KERAS_ACTIVATIONS = {
  ...Object.fromEntries(Object.entries({
    elu: 'elu', selu: 'selu', relu: 'relu', relu6: 'relu6', identity: 'linear', sigmoid: 'sigmoid', hardsigmoid: 'hardSigmoid', softplus: 'softplus',
    softsign: 'softsign', tanh: 'tanh', mish: 'mish', silu: 'swish',
  }).map(([op, name]) => [op, named(name)])),
  gelu: activation((x, o) => keras.layers.activation({ activation: o.approximate === 'tanh' ? 'gelu_new' : 'gelu' }).apply(x.input), 'approximate'),
  leaky_relu: activation((x, o) => keras.layers.leakyReLU({ alpha: o.negative_slope }).apply(x.input), 'negative_slope'),
  softmax: activation((x, o) => keras.layers.softmax({ axis: -1 }).apply(x.input), 'dim', lastOnly),
  log_softmax: activation(x => keras.layers.activation({ activation: 'logSoftmax' }).apply(x.input), 'dim', lastOnly),
};

const CORE_LAYERS = {
  linear: activation(x => tf.add(tf.matMul(x.input, x.weight, false, true), x.bias ?? 0), '', {
    inputs: 'input weight bias', grad: ['input', 'weight', 'bias'], check: x => x.input.rank === 2 ? null : 'matMul here has one row an example',
  }),
};

// ── optimizers: the slots are read where TensorFlow.js keeps them ──

const all = (rule, field) => rule[field].map(slot => slot.variable);

const OPTIMIZERS = {
  sgd: {
    options: 'lr momentum nesterov', make: o => o.momentum === 0 ? tf.train.sgd(o.lr) : tf.train.momentum(o.lr, o.momentum, o.nesterov),
    slots: (r, o) => o.momentum === 0 ? {} : { momentum_buffer: all(r, 'accumulations') },
    check: o => o.nesterov && o.momentum === 0 ? 'tf.train.sgd has no momentum' : null,
  },
  adagrad: {
    options: 'lr initial_accumulator_value', make: o => tf.train.adagrad(o.lr, o.initial_accumulator_value),
    slots: r => ({ sum: all(r, 'accumulatedGrads') }),
  },
  adadelta: {
    options: 'lr rho eps', make: o => tf.train.adadelta(o.lr, o.rho, o.eps),
    slots: r => ({ square_avg: all(r, 'accumulatedGrads'), acc_delta: all(r, 'accumulatedUpdates') }),
  },
  adam: {
    options: 'lr betas eps', make: o => tf.train.adam(o.lr, ...o.betas, o.eps),
    slots: r => ({ exp_avg: all(r, 'accumulatedFirstMoment'), exp_avg_sq: all(r, 'accumulatedSecondMoment') }),
  },
  adamax: {
    options: 'lr betas eps', make: o => tf.train.adamax(o.lr, ...o.betas, o.eps),
    slots: r => ({ exp_avg: all(r, 'accumulatedFirstMoment'), exp_inf: all(r, 'accumulatedWeightedInfNorm') }),
  },
  rmsprop: {
    options: 'lr alpha eps momentum centered', make: o => tf.train.rmsprop(o.lr, o.alpha, o.momentum, o.eps, o.centered),
    slots: (r, o) => ({
      square_avg: all(r, 'accumulatedMeanSquares'), ...o.momentum === 0 ? {} : { momentum_buffer: all(r, 'accumulatedMoments') },
      ...o.centered ? { grad_avg: all(r, 'accumulatedMeanGrads') } : {},
    }),
  },
};

const FUNCTIONS = api === 'core'
  ? { loss: CORE_LOSSES, activation: CORE_ACTIVATIONS, layer: CORE_LAYERS }
  : { loss: KERAS_LOSSES, activation: KERAS_ACTIVATIONS, layer: {} };
const RULES = api === 'core' ? OPTIMIZERS : {};

// ── the protocol ──

const list = names => names === '' ? [] : names.split(' ');

const greeting = () => ({
  protocol: 1, name: api === 'core' ? 'tensorflow.js' : 'keras.js', language: 'javascript', version: tf.version_core,
  ops: [
    ...Object.entries(FUNCTIONS).flatMap(([kind, table]) => Object.entries(table).map(([name, f]) => ({
      op: kind, name, dtypes: ['float32'], options: list(f.options), inputs: list(f.inputs), grad: f.grad ?? ['input'], broadcast: false, cotangent: f.cotangent ?? true,
    }))),
    ...Object.entries(RULES).map(([name, rule]) => ({ op: 'optimizer', name, dtypes: ['float32'], options: list(rule.options) })),
  ],
});

const read = t => t.dtype === 'int64' ? tf.tensor(t.data, t.shape, 'int32') : tf.tensor(Float32Array.from(t.data, number), t.shape, 'float32');

const word = x => Object.is(x, -0) ? '-0.0' : Number.isFinite(x) ? String(x) : Number.isNaN(x) ? '"NaN"' : x > 0 ? '"Infinity"' : '"-Infinity"';

const written = t => `{"shape":${JSON.stringify(t.shape)},"data":[${Array.from(t.dataSync(), word).join()}]}`;

const entries = (pairs, text) => `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${text(value)}`).join()}}`;

function computed(request, o) {
  const f = FUNCTIONS[request.op][request.name], names = Object.keys(request.inputs);
  const tensors = names.map(name => read(request.inputs[name]));
  const x = Object.fromEntries(names.map((name, i) => [name, tensors[i]])), reason = f.check?.(x, o);
  if (reason) throw new Skipped(reason);
  const by = request.grad, of = given => f.value({ ...x, ...Object.fromEntries(by.map((name, i) => [name, given[i]])) }, o);
  const value = f.told ? f.told(x) : f.value(x, o);
  if (by.length === 0) return `"value":${written(value)}`;
  const dy = request.cotangent ? tf.reshape(read(request.cotangent), value.shape) : undefined;
  const grads = tf.grads((...given) => of(given))(by.map(name => x[name]), dy);
  return `"value":${written(value)},"grads":${entries(by.map((name, i) => [name, grads[i]]), written)}`;
}

function stepped(request, o) {
  const known = RULES[request.name], reason = known.check?.(o);
  if (reason) throw new Skipped(reason);
  const rule = known.make(o), variables = request.params.map((p, i) => tf.variable(read(p), true, `p${i}`));
  const params = [], state = [];
  const tensors = those => `[${those.map(written).join()}]`;
  for (const grads of request.grads) {
    rule.applyGradients(variables.map((v, i) => ({ name: v.name, tensor: read(grads[i]) })));
    params.push(tensors(variables));
    state.push(entries(Object.entries(known.slots(rule, o)), tensors));
  }
  rule.dispose();
  variables.forEach(v => v.dispose());
  return `"params":[${params.join()}],"state":[${state.join()}]`;
}

function answer(request) {
  tf.engine().startScope();
  try {
    const o = Object.fromEntries(Object.entries(request.options ?? {}).map(([name, value]) => [name, option(value)]));
    return `{"id":${request.id},${request.op === 'optimizer' ? stepped(request, o) : computed(request, o)}}`;
  } catch (problem) {
    if (problem instanceof Skipped) return JSON.stringify({ id: request.id, skipped: problem.message });
    return JSON.stringify({ id: request.id, error: { kind: 'backend', message: String(problem?.message ?? problem).split('\n')[0] } });
  } finally {
    tf.engine().endScope();
    tf.disposeVariables();
  }
}

function write(line) {
  for (let bytes = Buffer.from(line + '\n'); bytes.length > 0;) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (problem) {
      // The pipe is full: its reader takes its time.
      if (problem.code !== 'EAGAIN') throw problem;
    }
  }
}

await tf.setBackend('cpu');
createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', line => {
  if (line.trim() === '') return;
  const request = JSON.parse(line);
  if (request.op === 'stop') process.exit(0);
  write(request.op === 'start' ? JSON.stringify(greeting()) : answer(request));
});
