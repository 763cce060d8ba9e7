// Vega-Lite specs of the pictures: light, with words of 11 pixels or more.
const colours = { value: '#1b5fc1', slope: '#c2510c', guide: '#b8b8b8', text: '#333333' };
const width = 340, height = 190, letters = 48;

const config = {
  background: 'white', padding: 8, aria: false, font: 'Helvetica, Arial, sans-serif', view: { stroke: null },
  axis: { labelFontSize: 11, titleFontSize: 12, titleFontWeight: 'normal', labelColor: colours.text, titleColor: colours.text, gridColor: '#e8e8e8', domain: false, tickCount: 6 },
  legend: { labelFontSize: 12, orient: 'top', title: null, symbolType: 'stroke', symbolStrokeWidth: 3, offset: 4 },
  title: { fontSize: 12, fontWeight: 'normal', color: colours.text, anchor: 'start', offset: 6 },
};

/** Words in lines that fit above a picture. */
function lines(text) {
  const found = [''];
  for (const word of text.split(' '))
    if (found.at(-1).length + word.length < letters)
      found[found.length - 1] += (found.at(-1) && ' ') + word;
    else
      found.push(word);
  return found;
}

const short = number => Number(number.toPrecision(5));

/** Lines of points, each cut where it jumps, so that no line is drawn that is not there. */
function pieces(x, y, quantity) {
  const rise = i => Math.abs(y[i] - y[i - 1]) || 0;
  const [low, high] = extent(y);
  // A jump is steep beside both of its sides; a number that stands alone has a jump before and one behind it.
  const jumps = i => rise(i) > 0.02 * (high - low) && rise(i) > 6 * Math.max(Math.min(rise(i - 1), rise(i - 2)), Math.min(rise(i + 1), rise(i + 2)));
  let piece = 0;
  const points = x.map((at, i) => ({ x: short(at), y: short(y[i]), quantity, piece: `${quantity}${jumps(i) ? ++piece : piece}` }));
  return points.filter(point => Number.isFinite(point.y)).map((point, _, all) => ({ ...point, alone: all.filter(other => other.piece === point.piece).length === 1 }));
}

const extent = (y, share = 0) => {
  const sorted = y.filter(Number.isFinite).sort((a, b) => a - b);
  return [sorted[Math.floor(share * sorted.length)], sorted[Math.ceil((1 - share) * sorted.length) - 1]];
};

/** The numbers that are shown: all of them, or all but the steepest where these would leave no room for the rest. */
function range(data) {
  const y = data.map(point => point.y), all = extent(y), most = extent(y, 0.02);
  const [low, high] = all[1] - all[0] > 2 * (most[1] - most[0]) ? most : all;
  const margin = 0.06 * (high - low || 1);
  return [low - margin, high + margin];
}

export function curve({ x, value, slope, caption, axis }) {
  const data = [...pieces(x, value, 'value'), ...pieces(x, slope, 'slope')];
  return {
    config, width, height, data: { values: data }, ...(caption && { title: lines(caption) }),
    encoding: {
      x: { field: 'x', type: 'quantitative', title: axis, scale: { nice: false } },
      y: { field: 'y', type: 'quantitative', title: null, scale: { domain: range(data), nice: false, zero: false } },
      color: { field: 'quantity', scale: { domain: ['value', 'slope'], range: [colours.value, colours.slope] } },
    },
    layer: [
      { mark: { type: 'line', clip: true, strokeWidth: 2.5 }, encoding: { detail: { field: 'piece' }, strokeDash: { field: 'quantity', scale: { domain: ['value', 'slope'], range: [[1, 0], [7, 3]] } } } },
      { transform: [{ filter: 'datum.alone' }], mark: { type: 'point', filled: true, size: 36, clip: true, opacity: 1 } },
    ],
  };
}

export function rates({ rates, momenta, options }) {
  const panel = (numbers, title, colour) => ({
    width, height: momenta ? 120 : height, data: { values: numbers.map((y, x) => ({ x, y: short(y) })) },
    mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.5, color: colour },
    encoding: {
      x: { field: 'x', type: 'quantitative', title: title === 'learning rate' && momenta ? null : 'step', scale: { nice: false } },
      y: { field: 'y', type: 'quantitative', title, scale: { zero: title === 'learning rate' } },
    },
  });
  return {
    config, title: lines(text(options)),
    vconcat: [panel(rates, 'learning rate', colours.value), ...(momenta ? [panel(momenta, 'momentum', colours.slope)] : [])],
  };
}

export function paths({ paths, options }, surfaces) {
  const panel = ([name, path]) => ({
    title: { text: name, anchor: 'middle' }, width: 230, height: 170,
    layer: [
      { data: { values: contours(surfaces[name]) }, mark: { type: 'line', color: colours.guide, strokeWidth: 1, clip: true },
        encoding: { ...place(), detail: { field: 'level' }, order: { field: 'angle' } } },
      { data: { values: [{ x: 0, y: 0 }] }, mark: { type: 'point', shape: 'cross', color: colours.text, size: 60 }, encoding: place() },
      { data: { values: path.map(([x, y], step) => ({ x: short(x), y: short(y), step })) },
        mark: { type: 'line', color: colours.value, strokeWidth: 1.8, clip: true, point: { size: 14, color: colours.value } }, encoding: { ...place(), order: { field: 'step' } } },
    ],
  });
  return { config, title: { text: lines(text(options)), anchor: 'start' }, hconcat: Object.entries(paths).map(panel) };
}

const place = () => ({
  x: { field: 'x', type: 'quantitative', title: null, scale: { domain: [-2.2, 1.4], nice: false }, axis: { grid: false, tickCount: 5 } },
  y: { field: 'y', type: 'quantitative', title: null, scale: { domain: [-1.3, 1.3], nice: false }, axis: { grid: false, tickCount: 5 } },
});

// The lines ½(x² + c·y²) = level.
const contours = curvature => [0.05, 0.25, 0.75, 1.5, 3, 6].flatMap(level => Array.from({ length: 49 }, (_, i) => {
  const angle = i * Math.PI / 24;
  return { level, angle: i, x: short(Math.sqrt(2 * level) * Math.cos(angle)), y: short(Math.sqrt(2 * level / curvature) * Math.sin(angle)) };
}));

export function draws({ drawn, options }) {
  const low = Math.min(...drawn), high = Math.max(...drawn), bins = 48, pad = low === high ? 0.5 : 0;
  const wide = (high - low + 2 * pad) / bins;
  const counts = Array(bins).fill(0);
  for (const number of drawn)
    counts[Math.min(bins - 1, Math.floor((number - low + pad) / wide))]++;
  return {
    config, width, height, title: lines(text(options) || ' '),
    data: { values: counts.map((count, i) => ({ from: short(low - pad + i * wide), to: short(low - pad + (i + 1) * wide), count })) },
    mark: { type: 'rect', color: colours.value, opacity: 0.8 },
    encoding: {
      x: { field: 'from', type: 'quantitative', title: null, scale: { nice: false, zero: false } }, x2: { field: 'to' },
      y: { field: 'count', type: 'quantitative', title: 'how many' }, y2: { datum: 0 },
    },
  };
}

/** Options as people write them. */
export function text(options) {
  const one = value => Array.isArray(value) ? `[${value.map(one).join(', ')}]`
    : value?.name ? `${value.name}(${text(value.options ?? {})})` : String(value);
  return Object.entries(options).map(([name, value]) => `${name}=${one(value)}`).join(', ');
}
