(() => {
  const form = document.querySelector('form.filter');
  if (!form)
    return;
  const tables = [...document.querySelectorAll('table.rows')], rows = tables.map(table => [...table.querySelectorAll('tr[data-op]')]);
  const homes = rows.map(all => all.map(row => row.parentElement));

  function filter() {
    const { text, kind, type, has, look } = Object.fromEntries(new FormData(form));
    const shows = row => (!text || row.dataset.op.includes(text.trim().toLowerCase())) && (!kind || row.dataset.kind === kind)
      && (!type || row.dataset.type === type) && [has, look].every(word => !word || row.dataset.has.split(' ').includes(word));
    const shown = new Set();
    for (const row of rows.flat()) {
      row.hidden = !shows(row);
      if (!row.hidden)
        shown.add(row.dataset.op);
    }
    for (const op of document.querySelectorAll('details.op'))
      op.hidden = !shown.has(op.dataset.op);
    for (const table of tables)
      for (const group of table.querySelectorAll('tr.group'))
        group.hidden = table.dataset.sorted !== undefined || !group.parentElement.nextElementSibling.querySelector('tr:not([hidden])');
    form.querySelector('output').textContent = `${rows[0].filter(row => !row.hidden).length} of ${rows[0].length} rows`;
  }

  // 1,234 · 5.6e7 · <0.01 · >99.99 · ∞; a dot in the middle stands for none.
  function numberOf(text) {
    if (text === '∞')
      return Infinity;
    const number = parseFloat(text.replace(/[,<>]/g, ''));
    return Number.isNaN(number) ? -1 : number;
  }

  function sort(t, column, direction) {
    const table = tables[t];
    if (!direction) {
      rows[t].forEach((row, i) => homes[t][i].append(row));
      delete table.dataset.sorted;
    } else {
      const key = row => row.children[column].textContent.trim();
      const order = column < 2 ? (a, b) => key(a).localeCompare(key(b)) : (a, b) => numberOf(key(b)) - numberOf(key(a));
      const sign = direction === 'ascending' === column < 2 ? 1 : -1;
      homes[t][0].append(...[...rows[t]].sort((a, b) => sign * order(a, b)));
      table.dataset.sorted = '';
    }
    filter();
  }

  tables.forEach((table, t) => {
    // The last row of the head has a cell per column, but for those that reach down from the row above.
    const heads = [...table.tHead.rows];
    const cells = heads.length === 1 ? [...heads[0].cells]
      : [...[...heads[0].cells].filter(cell => cell.rowSpan === 2), ...heads[1].cells];
    cells.forEach((cell, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener('click', () => {
        const first = column < 2 ? 'ascending' : 'descending', second = column < 2 ? 'descending' : 'ascending';
        const now = cell.getAttribute('aria-sort'), next = now === first ? second : now === second ? null : first;
        cells.forEach(other => other.removeAttribute('aria-sort'));
        if (next)
          cell.setAttribute('aria-sort', next);
        sort(t, column, next);
      });
    });
  });
  form.hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('reset', () => setTimeout(filter));
  form.addEventListener('submit', event => event.preventDefault());
  // A link to an op opens it.
  const open = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.matches('details.op')) {
      target.hidden = false;
      target.open = true;
    }
  };
  addEventListener('hashchange', open);
  open();
  filter();
})();
