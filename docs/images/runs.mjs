// Rates of schedules, paths of optimizers and numbers of initializers.
import { tensor, numbers } from './eval.mjs';

const steps = 60, rate = 0.1;
const op = (name, options) => ({ name, options });

const schedules = {
  cosine_annealing_lr: { T_max: 30 },
  cosine_annealing_warm_restarts: { T_0: 8, T_mult: 2 },
  cyclic_lr: { base_lr: 0.01, max_lr: 0.1, step_size_up: 10, mode: 'triangular2' },
  exponential_lr: { gamma: 0.95 },
  inverse_sqrt: { warmup_updates: 10 },
  inverse_time_decay: { decay_steps: 10, decay_rate: 0.5 },
  lambda_lr: { lr_lambda: [1, 0.8, 0.9, 0.7, 0.8, 0.6, 0.7, 0.5, 0.6, 0.4] },
  linear_lr: { total_iters: 20 },
  constant_lr: { total_iters: 20 },
  multi_step_lr: { milestones: [15, 25, 45], gamma: 0.5 },
  noam: { warmup_steps: 10, model_size: 64 },
  one_cycle_lr: { max_lr: 0.1, total_steps: 60 },
  polynomial_lr: { total_iters: 50, power: 2 },
  reduce_lr_on_plateau: { factor: 0.5, patience: 5 },
  chained_scheduler: { schedulers: [op('constant_lr', { factor: 0.5, total_iters: 10 }), op('exponential_lr', { gamma: 0.95 })] },
  sequential_lr: { schedulers: [op('linear_lr', { start_factor: 0.1, total_iters: 10 }), op('cosine_annealing_lr', { T_max: 50 })], milestones: [10] },
  step_lr: { step_size: 15, gamma: 0.5 },
  swa_lr: { swa_lr: 0.02, anneal_epochs: 20 },
  warmup: { schedule: op('cosine_annealing_lr', { T_max: 50 }), warmup_steps: 10 },
};

const inner = op('sgd', { lr: 0.1 });
const optimizers = {
  sgd: { lr: 0.1 }, adadelta: { eps: 0.01 }, adagrad: { lr: 0.5 }, rmsprop: { lr: 0.05 }, lion: { lr: 0.05 }, signum: { lr: 0.05 },
  lars: { trust_coefficient: 0.05 }, muon: { lr: 0.1, weight_decay: 0 }, asgd: { lr: 0.1, t0: 20 }, adafactor: { lr: 0.1 },
  accumulate: { optimizer: inner, steps: 4 }, clip_grad_norm: { optimizer: inner, max_norm: 0.5 }, clip_grad_value: { optimizer: inner, clip_value: 0.5 },
  decoupled_weight_decay: { optimizer: inner, weight_decay: 0.5 }, ema: { optimizer: inner, decay: 0.9 },
  lookahead: { optimizer: op('sgd', { lr: 0.15, momentum: 0.5 }), k: 5 }, groups: null,
};

/** Rates, and momenta where there are some. */
export async function rates(entry, ask) {
  const options = schedules[entry.name] ?? entry.examples[0];
  // A metric that improves for a while.
  const metrics = Array.from({ length: steps }, (_, t) => 1 / (1 + Math.min(t, 15)));
  const answer = await ask({
    op: 'schedule', name: entry.name, options, lr: entry.name === 'noam' ? 1 : rate, ...(entry.name === 'reduce_lr_on_plateau' ? { metrics } : { steps }),
  });
  return answer.error ? null : { rates: answer.lr.map(Number), momenta: answer.momentum?.map(Number), options };
}

// What these optimizers are for is a slot beside the parameters.
const averages = { ema: 'averaged', asgd: 'ax' };

export const surfaces = { bowl: 1, ravine: 12 };

/** The points that an optimizer passes on each surface. */
export async function paths(entry, ask) {
  const options = optimizers[entry.name] === undefined ? { lr: 0.1 } : optimizers[entry.name];
  if (!options)
    return null;
  const found = {};
  for (const [name, curvature] of Object.entries(surfaces)) {
    const path = [[-1.8, 0.9]], grads = [], average = averages[entry.name];
    let at = path[0];
    for (let t = 0; t < steps; t++) {
      const [x, y] = at;
      grads.push([tensor([1, 2], [x, curvature * y])]);
      const answer = await ask({ op: 'optimizer', name: entry.name, options, params: [tensor([1, 2], path[0])], grads, state: average !== undefined });
      if (answer.error)
        return null;
      at = numbers(answer.params.at(-1)[0]);
      path.push(average ? numbers(answer.state.at(-1)[average][0]) : at);
    }
    found[name] = path;
  }
  return { paths: found, options: averages[entry.name] ? { ...options, shown: averages[entry.name] } : options };
}

/** Drawn numbers. */
export async function draws(entry, ask) {
  const options = entry.required.length ? entry.examples[0] : {};
  const answer = await ask({ op: 'initializer', name: entry.name, options, shape: [128, 128], seed: 1 });
  return answer.error ? null : { drawn: numbers(answer.value), options };
}
