/* Charts on top of tables. <div class="chart" data-chart="bar|line|pie|map" data-table="id"> is drawn from the table
   that is called so, or stands in what is called so: the first column names the rows, every column of numbers is a series
   (data-value of a cell, or its text). The table stays: it is what the chart says. Further: data-title, data-note (told on
   the saved picture), data-unit, data-columns="1,3" (which columns; without it all of numbers), data-stack, data-outlines
   (map: an address, or "#id" of a block of JSON). A row or column marked data-off is left out. */
import { colors, looks, patterns, rem, still, token, told, words } from "./charts/look.js";
import { map } from "./charts/maps.js";
import { bars, lines, pie } from "./charts/plain.js";
import { read } from "./charts/reading.js";

const kinds = { bar: bars, line: lines, pie, map };
const PAPER = 660; // how wide a column of A4 is, so that letters on paper have the size of the text
const called = { bar: "柱状图", line: "折线图", pie: "构成图", map: "地图" };

function tooltip(box) {
  const common = { renderMode: "richText", confine: true, backgroundColor: token("sheet"), borderColor: token("line-2"), textStyle: words };
  const unit = box.dataset.unit || "";
  return { ...common, trigger: box.dataset.chart === "line" ? "axis" : "item", valueFormatter: (value) => `${told(value)} ${unit}`.trim() };
}

async function optionOf(box) {
  const { chart: kind, title, table } = box.dataset;
  const there = document.getElementById(table);
  const data = read(there.matches("table") ? there : there.querySelector("table"), box.dataset.columns);
  if (!data.labels.length || !(data.series.length || kind === "map")) throw new Error("nothing to draw");
  // Many slices, or slices in a narrow place, are easier to read as bars.
  const fits = kind !== "pie" || (data.labels.length <= 6 && box.clientWidth >= 20 * rem);
  const option = await (fits ? kinds[kind] : bars)(data, box);
  const many = option.series.length > 1 || (kind === "pie" && fits);
  return {
    color: colors, textStyle: words, animationDuration: 300, tooltip: tooltip(box), ...option,
    aria: {
      enabled: true, decal: { show: many, decals: patterns },
      label: { description: `${called[kind]}：${title}。共 ${data.labels.length} 项，数字见同一处的表格。` },
    },
  };
}

async function draw(box) {
  const drawn = echarts.init(box, null, { renderer: "canvas", devicePixelRatio: Math.max(2, devicePixelRatio) });
  let width = 0;
  let height = 0;
  const fit = async (moving) => {
    if (!box.clientWidth || !box.clientHeight) return; // hidden: nothing can be laid out in no room
    if (width === box.clientWidth && height === box.clientHeight) return;
    const option = await optionOf(box);
    [width, height] = [box.clientWidth, box.clientHeight];
    drawn.resize();
    drawn.setOption({ ...option, animation: moving }, true);
    if (!moving) drawn.getZr().refreshImmediately(); // paper does not wait for the next frame
  };
  const sized = (wide) => { box.style.width = wide; return fit(false); };
  addEventListener("resize", () => fit(false));
  addEventListener("beforeprint", () => sized(`${PAPER}px`));
  addEventListener("afterprint", () => sized(""));
  await fit(!still);
  return drawn;
}

/* The chart as a picture with its title above and its note below. */
function pictured(drawn, box) {
  const ratio = 2;
  const chart = drawn.getRenderedCanvas({ pixelRatio: ratio, backgroundColor: token("sheet") });
  const edge = rem * ratio;
  const picture = Object.assign(document.createElement("canvas"), { width: chart.width + edge * 2, height: chart.height + edge * 6 });
  const pen = picture.getContext("2d");
  pen.fillStyle = token("sheet");
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(chart, edge, edge * 3.5);
  pen.fillStyle = token("ink");
  pen.font = `700 ${Math.round(edge * 1.25)}px ${token("serif")}`;
  pen.fillText(box.dataset.title, edge, edge * 2.25, chart.width);
  pen.fillStyle = token("ink-2");
  pen.font = `${Math.round(edge * 0.8)}px ${looks.fontFamily}`;
  pen.fillText(box.dataset.note || "", edge, picture.height - edge, chart.width);
  return picture;
}

function save(picture, name) {
  picture.toBlob((blob) => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `${name}.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }, "image/png");
}

const boxes = [...document.querySelectorAll(".chart[data-chart]")];
const gone = (box) => { box.closest(".chart-box").hidden = true; };
if (window.echarts) document.documentElement.classList.add("charted");

boxes.forEach((box) => (window.echarts ? draw(box) : Promise.reject()).then((drawn) => {
  box.dataset.drawn = "";
  const button = box.closest(".chart-box").querySelector("[data-png]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => save(pictured(drawn, box), box.dataset.title));
}, () => gone(box)));
