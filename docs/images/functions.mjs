// Value and slope of losses and activations along one axis.
import { tensor, numbers } from './eval.mjs';

const points = 161;

const ranges = { unitinterval: [0.005, 0.995], logprobability: [-4, 0], notnegative: [0, 4], positive: [0.05, 4] };
const usual = { sign: 1, bit: 1, unitinterval: 1, logprobability: -1, notnegative: 1, positive: 1, weight: 1, any: 0 };

// Where the usual numbers would make a picture that says nothing.
const wanted = {
  hinge_embedding_loss: { fill: { target: -1 } },
  mean_absolute_percentage_error: { fill: { target: 1 }, range: [-2, 4] },
  mean_squared_logarithmic_error: { fill: { target: 1 }, range: [0.02, 4] },
  quantile_loss: { options: { quantile: 0.8 } },
  cosine_embedding_loss: { fill: { input2: 1 }, rest: [1] },
  relu6: { range: [-2, 8] },
  kl_div: { fill: { target: 0.5 } },
  binary_cross_entropy: { range: [0.02, 0.98] },
  l2_norm_loss: { rest: 1 },
  jensen_shannon_divergence: { range: [0.01, 0.99] },
  categorical_generalized_cross_entropy: { range: [0.02, 0.98] },
  triplet_margin_loss: { fill: { negative: 2 }, rest: [] },
  triplet_margin_with_distance_loss: { fill: { negative: 2 }, rest: [] },
  triplet_distance_loss: { fill: { negative_distance: 2 }, range: [0, 4] },
  gaussian_nll_loss: { fill: { var: 1 } },
  prelu: { fill: { weight: [0.25] } },
  glu: { rest: [1] },
};

/** Lines of value and slope, and what was held fixed; null for an op that has no such axis. */
export async function curve(op, ask) {
  const own = wanted[op.name] ?? {};
  const byRows = own.rest !== undefined || 'dim' in op.options || op.arguments.some(a => a.kind !== 'numbers');
  for (const rows of byRows ? [true] : [false, true]) {
    const asked = request(op, own, rows);
    const answer = await ask(asked.request);
    const lead = op.arguments[0].name;
    if (answer.error || !answer.grads?.[lead] || answer.value.shape[0] !== points)
      continue;
    const column = data => numbers(data).filter((_, i) => i % (data.data.length / points) === 0);
    const value = column(answer.value), slope = column(answer.grads[lead]);
    return { x: asked.x, value, slope, caption: asked.caption, axis: lead };
  }
  return null;
}

function request(op, own, rows) {
  const [lead, ...others] = op.arguments;
  const [from, to] = own.range ?? ranges[lead.domain] ?? [-4, 4];
  const x = Array.from({ length: points }, (_, i) => from + (to - from) * i / (points - 1));
  const isShare = lead.domain === 'unitinterval';
  const rest = Array.isArray(own.rest) ? own.rest : [own.rest ?? 0, own.rest ?? 0];
  const width = 1 + rest.length;
  const inputs = {
    [lead.name]: rows ? tensor([points, width], x.flatMap(v => [v, ...rest.map(r => isShare ? (1 - v) / rest.length : r)])) : tensor([points], x),
  };
  const fixed = [];
  for (const argument of others.filter(a => !a.optional)) {
    const fill = own.fill?.[argument.name] ?? usual[argument.domain];
    if (Array.isArray(fill))
      inputs[argument.name] = tensor([fill.length], fill);
    else if (argument.kind !== 'numbers')
      inputs[argument.name] = op.name.startsWith('multilabel')
        ? tensor([points, width], x.flatMap(() => [0, -1, -1]), 'int64') : tensor([points], x.map(() => 0), 'int64');
    else if (rows && argument.name !== 'target')
      inputs[argument.name] = tensor([points, width], x.flatMap(() => [fill, ...rest.map(() => 0)]));
    else if (rows && argument.domain !== 'sign')
      inputs[argument.name] = tensor([points, width], x.flatMap(() => [op.name === 'l2_norm_loss' ? 0 : 1, ...rest.map(() => 0)]));
    else
      inputs[argument.name] = tensor([points], x.map(() => fill));
    fixed.push(argument.kind !== 'numbers' ? 'class 0' : `${argument.name} ${inputs[argument.name].data.slice(0, rows && inputs[argument.name].shape.length > 1 ? width : 1).join(', ')}`);
  }
  const options = { ...(op.required.length && op.examples[0]), ...own.options, ...('reduction' in op.options && { reduction: 'none' }) };
  const outputs = op.name === 'glu' ? 1 : width;
  const cotangent = rows && op.kind === 'activation'
    ? { cotangent: tensor([points, outputs], x.flatMap(() => [1, ...Array(outputs - 1).fill(0)])) } : {};
  const caption = [...Object.entries(own.options ?? (op.required.length ? op.examples[0] : {})).map(([k, v]) => `${k}=${v}`), ...fixed, ...(rows && rest.length ? [isShare ? 'the others share the rest' : `the others ${rest.join(', ')}`] : [])].join('; ').replaceAll('-', '−');
  return { x, caption, request: { op: op.kind, name: op.name, options, inputs, grad: [lead.name], ...cotangent } };
}
