/**
 * A loss and an optimizer in plain JavaScript, proved by
 *
 *     ./paritynet prove huber_loss --worker "node samples/WorkerJavaScript/mine.mjs"
 *     ./paritynet prove adam --worker "node samples/WorkerJavaScript/mine.mjs"
 */
import { serve } from '../../workers/javascript/paritynet-worker.mjs';

function huber_loss({ input, target, delta, reduction }) {
  const r = input.map((x, i) => x - target[i]);
  const values = r.map(d => Math.abs(d) < delta ? 0.5 * d * d : delta * (Math.abs(d) - 0.5 * delta));
  const grads = r.map(d => Math.abs(d) > delta ? delta * Math.sign(d) : d);
  if (reduction === 'none') return { value: values, grads: { input: grads } };
  const n = reduction === 'mean' ? r.length : 1;
  return { value: values.reduce((sum, v) => sum + v, 0) / n, grads: { input: grads.map(g => g / n) } };
}

function adam({ param, grad, state, step, lr, betas: [b1, b2], eps }) {
  const m = grad.map((g, i) => b1 * (state.exp_avg?.[i] ?? 0) + (1 - b1) * g);
  const v = grad.map((g, i) => b2 * (state.exp_avg_sq?.[i] ?? 0) + (1 - b2) * g * g);
  const c1 = 1 - b1 ** step, c2 = 1 - b2 ** step;
  return {
    param: param.map((p, i) => p - lr * (m[i] / c1) / (Math.sqrt(v[i] / c2) + eps)),
    state: { exp_avg: m, exp_avg_sq: v },
  };
}

serve({ loss: { huber_loss }, optimizer: { adam } });
