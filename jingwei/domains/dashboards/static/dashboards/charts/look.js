/* What a chart takes from the page: its colours and letters, its patterns. The modes of the page change the tokens. */
const root = getComputedStyle(document.documentElement);
export const token = (name) => root.getPropertyValue(`--${name}`).trim();
export const rem = parseFloat(root.fontSize);
export const looks = getComputedStyle(document.body);
export const size = Math.round(rem * (parseFloat(token("small")) || 0.875));
export const words = { color: token("ink"), fontFamily: looks.fontFamily, fontSize: size };
export const quiet = { ...words, color: token("ink-2") };
export const colors = [1, 2, 3, 4, 5, 6, 7].map((number) => token(`chart-${number}`));
export const steps = [1, 2, 3, 4].map((number) => token(`step-${number}`));
export const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
export const number = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 1 });
export const told = (value) => (value === null || Number.isNaN(value) ? "—" : number.format(value));

/* Patterns beside the colours: lines one way, dots, lines the other way, and so on. */
const line = (rotation, gap) => ({ symbol: "rect", dashArrayX: [1, 0], dashArrayY: [1, gap], rotation });
const dots = (gap) => ({ symbol: "circle", symbolSize: 0.6, dashArrayX: [[gap, gap], [0, gap, gap, 0]], dashArrayY: [gap, 0] });
export const patterns = [{ symbol: "none" }, line(Math.PI / 4, 6), dots(6), line(-Math.PI / 4, 6), line(0, 5), dots(10), line(Math.PI / 2, 5)]
  .map((pattern) => ({ color: token("decal"), ...pattern }));
export const stepPatterns = [{ symbol: "none" }, dots(14), dots(8), line(Math.PI / 4, 8)].map((pattern) => ({ color: token("decal"), ...pattern }));
