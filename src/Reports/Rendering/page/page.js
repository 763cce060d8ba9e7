(() => {
  const { shapes, panels } = JSON.parse(document.getElementById('chart-specs').textContent);
  // Rows are written as columns, and a column of few words as their numbers, each with how often it comes in a row.
  const wordsOf = ({ of, at }) => at.flatMap((count, i) => i % 2 ? Array(count).fill(of[at[i - 1]]) : []);
  const specOf = name => {
    const [shape, fields, columns] = panels[name];
    const all = columns.map(column => Array.isArray(column) ? column : wordsOf(column));
    const values = (all[0] ?? []).map((_, row) => Object.fromEntries(fields.map((field, i) => [field, all[i][row]])));
    return { ...structuredClone(shapes[shape]), data: { values } };
  };
  const font = getComputedStyle(document.documentElement).getPropertyValue('--sans');
  // Colours are variables of the style sheet, so charts follow the light and the dark scheme without being drawn again.
  const text = 'var(--muted)', line = 'var(--rule)';
  const config = {
    background: null,
    font,
    view: { stroke: null },
    axis: {
      labelColor: text, titleColor: text, domainColor: line, tickColor: line, gridColor: 'var(--grid)',
      labelFontSize: 11, titleFontSize: 11, titleFontWeight: 'normal', tickSize: 4, labelPadding: 4, titlePadding: 8,
    },
    axisX: { grid: false, labelFlush: false },
    axisY: { domain: false, ticks: false },
    bar: { strokeWidth: 0 },
    line: { strokeWidth: 1.75, strokeJoin: 'round' },
    text: { fontSize: 11 },
  };

  async function draw(element) {
    element.dataset.state = 'drawing';
    try {
      await vegaEmbed(element, { ...specOf(element.dataset.chart), config }, { actions: false, renderer: 'svg' });
      element.dataset.state = 'drawn';
    } catch (error) {
      element.dataset.state = 'failed';
      element.textContent = 'This chart could not be drawn.';
      console.error(element.dataset.chart, error);
    }
  }

  // A closed part has no width to draw in.
  async function drawWhatShows() {
    for (const element of document.querySelectorAll('.chart:not([data-state])'))
      if (!element.closest('details:not([open])'))
        await draw(element);
  }

  for (const details of document.querySelectorAll('details'))
    details.addEventListener('toggle', drawWhatShows);
  drawWhatShows();
})();
