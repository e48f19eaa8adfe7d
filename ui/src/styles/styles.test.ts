import { describe, expect, it } from 'vitest';
import tokens from './tokens.css?raw';

type Rgb = [number, number, number];

/** OKLCH to linear sRGB, clipped: Björn Ottosson's matrices. */
function linear(l: number, c: number, h: number): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const [L, M, S] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const clip = (x: number) => Math.min(1, Math.max(0, x));
  return [
    clip(4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S),
    clip(-1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S),
    clip(-0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S),
  ];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function colours(css: string, dark: boolean): Map<string, number> {
  const found = new Map<string, number>();
  for (const [, name, value] of css.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
    const shades = [...(value ?? '').matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)];
    const shade = shades[dark && shades.length > 1 ? 1 : 0];
    if (name && shade)
      found.set(name, luminance(linear(Number(shade[1]), Number(shade[2]), Number(shade[3]))));
  }
  return found;
}

const [usual = '', more = ''] = tokens.split('@media (prefers-contrast: more)');

/** Text on ground, and how much it needs at least. */
const PAIRS: [string, string[], number][] = [
  ['ink', ['paper', 'surface', 'sunk', 'accent-soft', 'amber-soft', 'danger-soft'], 7],
  ['ink-2', ['paper', 'surface', 'sunk', 'accent-soft', 'amber-soft', 'danger-soft'], 5.5],
  ['accent', ['paper', 'surface', 'accent-soft', 'sunk'], 5],
  ['accent-ink', ['accent'], 7],
  ['step-ink', ['step'], 4.5],
  ['amber', ['surface', 'amber-soft', 'paper'], 5],
  ['danger', ['surface', 'paper', 'danger-soft'], 5],
  ['danger-ink', ['danger'], 5],
  ['night-ink', ['night'], 7],
  ['night-ink-2', ['night'], 7],
  ['night-accent-ink', ['night-accent'], 7],
  ['help-ink', ['help'], 7],
  // Not text: the edges of inputs, steps and the focus ring.
  ['edge', ['surface', 'paper'], 3],
  ['step', ['surface', 'paper'], 3],
  ['amber-edge', ['amber-soft'], 3],
  ['focus', ['surface', 'paper', 'sunk', 'amber-soft'], 4.5],
];

describe('contrast', () => {
  for (const [look, dark, css] of [
    ['light', false, usual],
    ['dark', true, usual],
    ['light, more contrast', false, usual + more],
    ['dark, more contrast', true, usual + more],
  ] as const) {
    it(`is enough in the ${look} look`, () => {
      const shade = colours(css, dark);
      const weak = PAIRS.flatMap(([text, grounds, least]) =>
        grounds.flatMap((ground) => {
          const [a, b] = [shade.get(text) ?? NaN, shade.get(ground) ?? NaN];
          const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          return ratio >= least ? [] : [`${text} on ${ground}: ${ratio.toFixed(2)} < ${least}`];
        }),
      );
      expect(weak).toEqual([]);
    });
  }
});
