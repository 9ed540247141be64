/* Bars, columns, lines and pies: what the drawing library is told for a table. */
import { colors, number, quiet, rem, size, token, told, words } from "./look.js";
import { byUnit, monthOf } from "./reading.js";

const axis = { axisLine: { lineStyle: { color: token("line-2") } }, axisTick: { show: false }, axisLabel: quiet };
const measured = (unit) => ({
  type: "value", axisLabel: { ...quiet, formatter: told, hideOverlap: true }, splitNumber: 3, minInterval: unit === "%" ? 0 : 1,
  max: unit === "%" ? 100 : undefined, interval: unit === "%" ? 25 : undefined, splitLine: { lineStyle: { color: token("line") } },
});
export const legend = (shown) => ({ show: shown, bottom: 0, icon: "rect", itemWidth: rem, itemHeight: rem * 0.75, itemStyle: { borderColor: token("line-2"), borderWidth: 1 }, textStyle: quiet, selectedMode: false });
const heading = (text, left, top) => ({ text, left, top, padding: 0, textStyle: { ...words, fontWeight: 600 } });
const named = (group) => group.map((one) => one.name).join("、");
const onWall = document.documentElement.classList.contains("wall");
const tall = (box, height) => { if (!onWall) box.style.height = `${Math.round(height)}px`; };

/* The year is told with the first month and with each January. */
const shortMonth = (label, index) => {
  const found = label.match(/(\d{4}) 年 (\d+) 月/);
  if (!found) return label;
  return index === 0 || found[2] === "1" ? `${found[2]}月\n${found[1]}年` : `${found[2]}月`;
};
const months = () => ({ type: "category", ...axis, axisLabel: { ...quiet, hideOverlap: true, formatter: shortMonth, lineHeight: size * 1.2 } });

/* Months side by side, so that time runs to the right. */
function columns({ labels, series }, box) {
  tall(box, 15 * rem);
  const group = byUnit(series)[0];
  return {
    legend: legend(group.length > 1), xAxis: { ...months(), data: labels }, yAxis: measured(group[0].unit),
    grid: { left: 0, right: rem * 0.5, top: rem * 1.5, bottom: group.length > 1 ? rem * 2 : 0, containLabel: true },
    series: group.map(({ name, values }) => ({
      name, type: "bar", data: values, barMaxWidth: rem * 1.6, barCategoryGap: "30%",
      label: { show: group.length === 1, position: "top", ...words, formatter: (one) => told(one.value) },
    })),
  };
}

/* Lying bars; what is counted in another unit stands beside with an axis of its own, as far as there is room. */
export function bars(data, box) {
  if (data.labels.every((label) => monthOf(label))) return columns(data, box);
  const { labels, series } = data;
  const longest = Math.min(Math.max(...labels.map((label) => label.length)), 9);
  const left = (longest + 1.2) * size;
  const groups = byUnit(series).slice(0, Math.max(1, Math.floor((box.clientWidth - left) / (13 * rem))));
  const width = (box.clientWidth - left) / groups.length;
  const stacked = box.dataset.stack !== undefined;
  const many = groups.some((group) => group.length > 1);
  const top = groups.length > 1 ? size * 2.2 : rem * 0.5;
  const thick = stacked ? 1.9 : Math.max(...groups.map((group) => 0.6 + group.length * 1.3));
  tall(box, top + labels.length * thick * rem + (many ? 4 : 2) * rem);
  return {
    title: groups.length > 1 ? groups.map((group, index) => heading(named(group), left + index * width, 0)) : [],
    legend: legend(many),
    grid: groups.map((_, index) => ({ left: left + index * width, width: width - 3.5 * rem, top, bottom: (many ? 3.75 : 1.75) * rem })),
    yAxis: groups.map((_, index) => ({
      type: "category", data: labels, ...axis, inverse: true, gridIndex: index,
      axisLabel: { ...quiet, show: index === 0, interval: 0, width: (longest + 0.6) * size, overflow: "break", lineHeight: size * 1.2 },
    })),
    xAxis: groups.map((group, index) => ({ ...measured(group[0].unit), gridIndex: index })),
    series: groups.flatMap((group, index) => group.map(({ name, values }) => ({
      name, type: "bar", data: values, xAxisIndex: index, yAxisIndex: index, barMaxWidth: rem * 1.4, barCategoryGap: "35%", stack: stacked ? "all" : undefined,
      label: { show: !stacked, position: "right", ...words, formatter: (one) => told(one.value) },
    }))),
  };
}

/* Lines over months; what is counted in another unit stands below with an axis of its own. */
export function lines({ labels, series }, box) {
  const marks = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect", "emptyTriangle"];
  const groups = byUnit(series);
  const many = groups.some((group) => group.length > 1);
  const foot = many ? 1.75 : 0;
  const part = onWall ? (box.clientHeight / rem - foot) / groups.length : 11;
  tall(box, Math.max(groups.length * part + foot, 13) * rem);
  const height = (onWall || groups.length > 1 ? part : 13) * rem;
  const top = groups.length > 1 ? size * 2.6 : size * 2;
  return {
    title: groups.length > 1 ? groups.map((group, index) => heading(named(group), 0, index * height)) : [],
    legend: { ...legend(many), icon: undefined },
    grid: groups.map((_, index) => ({ left: 0, right: rem * 0.75, top: index * height + top, height: height - top - size * 0.5, containLabel: true })),
    xAxis: groups.map((_, index) => ({ ...months(), data: labels, gridIndex: index })),
    yAxis: groups.map((group, index) => ({ ...measured(group[0].unit), gridIndex: index })),
    series: groups.flatMap((group, index) => group.map(({ name, values }, place) => ({
      name, type: "line", data: values, xAxisIndex: index, yAxisIndex: index, symbol: marks[place % marks.length], symbolSize: rem * 0.45, showAllSymbol: true,
      lineStyle: { width: Math.max(2, rem / 7), type: ["solid", "dashed", "dotted"][place % 3] }, connectNulls: false,
      label: { show: group.length === 1, ...words, position: "top", formatter: (one) => ([0, values.length - 1].includes(one.dataIndex) ? told(one.value) : "") },
    }))),
  };
}

export function pie({ labels, series }) {
  const whole = series[0].values.reduce((sum, value) => sum + (value || 0), 0);
  // A share of what is shown is no share of the whole where a number is covered.
  const share = (value) => (whole && !series[0].values.includes(null) ? ` ${number.format(Math.round((value * 1000) / whole) / 10)}%` : "");
  return {
    legend: legend(false),
    series: [{
      type: "pie", radius: ["38%", "66%"], avoidLabelOverlap: true, itemStyle: { borderColor: token("sheet"), borderWidth: 2 },
      label: { ...words, formatter: (one) => `${one.name}\n${told(one.value)}${share(one.value)}`, lineHeight: size * 1.45 },
      labelLine: { lineStyle: { color: token("line-2") } },
      data: labels.map((name, index) => ({ name, value: series[0].values[index], itemStyle: { color: colors[index % colors.length] } })),
    }],
  };
}
