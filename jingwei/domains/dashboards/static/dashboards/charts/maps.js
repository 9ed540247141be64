/* Maps: areas in few steps of one colour, each with its number written on it. */
import { quiet, rem, size, stepPatterns, steps, token, told, words } from "./look.js";
import { legend } from "./plain.js";

/* At most four steps with round bounds: [[least, most, colour, pattern]]. */
function stepped(values) {
  const most = Math.max(...values, 0);
  const raw = Math.max(most / steps.length, 1);
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const width = [1, 2, 2.5, 5, 10].map((one) => one * magnitude).find((one) => one >= raw && Number.isInteger(one)) || 10 * magnitude;
  const count = Math.min(steps.length, Math.floor(most / width) + 1);
  const whole = values.every(Number.isInteger);
  const between = (least, next) => {
    if (!whole) return `${told(least)}–不满 ${told(next)}`;
    return next - least === 1 ? told(least) : `${told(least)}–${told(next - 1)}`;
  };
  return steps.slice(0, count).map((color, index) => ({
    least: index * width, most: index === count - 1 ? Infinity : (index + 1) * width, color, pattern: stepPatterns[index],
    words: index === count - 1 ? `${told(index * width)} 及以上` : between(index * width, (index + 1) * width),
  }));
}

/* Where a map is drawn so that it fills the box and keeps its shape: a degree of longitude is shorter in the north. */
function placed(shapes, room) {
  const flat = (list) => (typeof list[0] === "number" ? [list] : list.flatMap(flat));
  const points = shapes.features.flatMap((one) => flat(one.geometry.coordinates));
  const range = (side) => points.reduce(([low, high], point) => [Math.min(low, point[side]), Math.max(high, point[side])], [Infinity, -Infinity]);
  const [[west, east], [south, north]] = [range(0), range(1)];
  const shape = ((east - west) * Math.cos(((south + north) / 360) * Math.PI)) / (north - south);
  const width = Math.min(room.width, room.height * shape);
  return { width, height: width / shape, left: room.left + (room.width - width) / 2, top: room.top + (room.height - width / shape) / 2 };
}

export async function map({ labels, series }, box) {
  const { outlines } = box.dataset;
  let shapes = echarts.getMap(box.id) && echarts.getMap(box.id).geoJSON;
  if (!shapes) {
    shapes = outlines.startsWith("#") ? JSON.parse(document.querySelector(outlines).textContent) : await (await fetch(outlines)).json();
    echarts.registerMap(box.id, shapes);
  }
  const { values, few } = series[0] || { values: labels.map(() => null), few: [] };
  const known = values.filter((value, index) => value !== null && !few[index]);
  const bounds = known.length ? stepped(known) : [];
  // What stands on too few is told, and not coloured: chance alone makes such a share high or low.
  const legends = few.includes(true) ? [...bounds, { words: "太少，不评价", color: token("paper-2") }] : bounds;
  const unit = box.dataset.unit === "%" ? "%" : "";
  const long = legends.reduce((sum, step) => sum + step.words.length * size * 0.8 + rem * 2.2, 0);
  const foot = legends.length ? Math.ceil(long / box.clientWidth) * size * 1.6 + rem : 0;
  const room = { left: rem * 0.5, top: rem * 0.5, width: box.clientWidth - rem, height: box.clientHeight - rem - foot };
  const stepOf = (index) => (values[index] === null || few[index] ? undefined : bounds.find(({ least, most }) => values[index] >= least && values[index] < most));
  const dress = (step) => ({ areaColor: step ? step.color : token("paper-2"), color: step && step.color, decal: step ? step.pattern : { symbol: "none" } });
  const edge = { borderColor: token("edge"), borderWidth: Math.max(1, rem / 12) };
  const dark = (step) => step && bounds.indexOf(step) > 1;
  return {
    legend: { ...legend(legends.length > 0), data: legends.map((step) => step.words) },
    series: [
      {
        type: "map", map: box.id, ...placed(shapes, room), showLegendSymbol: false, selectedMode: false, itemStyle: { areaColor: token("paper-2"), ...edge },
        label: { show: true, ...words, lineHeight: size * 1.35, formatter: (one) => (Number.isNaN(one.value) ? one.name : `${one.name}\n${told(one.value)}${unit}`) },
        emphasis: { label: { color: token("ink") }, itemStyle: { areaColor: token("mark"), ...edge } },
        labelLayout: { hideOverlap: labels.length > 15 },
        data: labels.map((name, index) => {
          const step = stepOf(index);
          const on = { color: dark(step) ? token("on-step") : token("ink"), textBorderColor: step ? step.color : token("paper-2"), textBorderWidth: 3 };
          return { name, value: values[index] === null ? NaN : values[index], itemStyle: { ...dress(step), ...edge }, label: on };
        }),
      },
      // Draws nothing: it gives the legend its colours and patterns.
      { type: "pie", radius: 0, silent: true, label: { show: false }, labelLine: { show: false },
        data: legends.map((step) => ({ name: step.words, value: 1, itemStyle: { color: step.color, decal: step.pattern || { symbol: "none" } } })) },
    ],
  };
}
