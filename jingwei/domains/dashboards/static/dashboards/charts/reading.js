/* What a table says. */
function valueOf(cell) {
  const marked = cell.matches("[data-value]") ? cell : cell.querySelector("[data-value]");
  const text = marked ? marked.dataset.value : cell.classList.contains("n") ? cell.textContent : "";
  const found = text.replace(/[,\s]/g, "").replace("−", "-").match(/^[+-]?\d+(\.\d+)?/);
  return found ? Number(found[0]) : null;
}

const unitOf = (head) => (head.textContent.trim().match(/（([^（）]+)）$/) || ["", ""])[1];
export const monthOf = (label) => { const found = label.match(/(\d{4}) 年 (\d+) 月/); return found ? found[1] * 12 + Number(found[2]) : null; };

/* {labels, series: [{name, unit, values, few}]} of a table; months come oldest first, whichever way the table has them.
   `few` tells for each value whether it stands on too few to be judged by (data-few). */
export function read(table, wanted) {
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.matches("[data-off]"));
  const label = (row) => row.cells[0].textContent.trim();
  if (rows.length > 1 && monthOf(label(rows[0])) > monthOf(label(rows[rows.length - 1]))) rows.reverse();
  const columns = wanted ? wanted.split(",").map(Number) : heads.map((_, column) => column).slice(1)
    .filter((column) => !heads[column].matches("[data-off]") && rows.some((row) => valueOf(row.cells[column]) !== null));
  return {
    labels: rows.map(label),
    series: columns.map((column) => ({
      name: heads[column].textContent.trim(), unit: unitOf(heads[column]), values: rows.map((row) => valueOf(row.cells[column])),
      few: rows.map((row) => row.cells[column].matches("[data-few]")),
    })),
  };
}

/* Only what is counted in one unit goes on one axis: [[series of the first unit], [of the second], …]. */
export const byUnit = (series) => [...new Set(series.map((one) => one.unit))].map((unit) => series.filter((one) => one.unit === unit));
