/**
 * The network's arithmetic, in AssemblyScript with 128-bit SIMD: 16-bit integer products, 32-bit sums, 32-bit float outside of them.
 * All pointers are byte addresses in the module's one memory; the caller lays the memory out (src/attribution/network.ts).
 * Compiled by `npm run build:wasm` into models/kernel.wasm.
 */


/**
 * Four dot products at once: lane i is row i of `w` (rows `stride` bytes apart) with `x`, over k 16-bit values.
 * k is a multiple of 8.
 */
// @ts-ignore: decorator
@inline
function dot4(x: usize, w: usize, stride: usize, k: i32): v128 {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let c = i32x4.splat(0);
  let d = i32x4.splat(0);
  const w1 = w + stride;
  const w2 = w1 + stride;
  const w3 = w2 + stride;
  const bytes = <usize>(k << 1);
  for (let i: usize = 0; i < bytes; i += 16) {
    const v = v128.load(x + i);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v, v128.load(w + i)));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v, v128.load(w1 + i)));
    c = i32x4.add(c, i32x4.dot_i16x8_s(v, v128.load(w2 + i)));
    d = i32x4.add(d, i32x4.dot_i16x8_s(v, v128.load(w3 + i)));
  }
  return sums4(a, b, c, d);
}

/** Lane i = sum of the lanes of the i-th argument. */
// @ts-ignore: decorator
@inline
function sums4(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(i32x4.shuffle(a, b, 0, 4, 1, 5), i32x4.shuffle(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(i32x4.shuffle(c, d, 0, 4, 1, 5), i32x4.shuffle(c, d, 2, 6, 3, 7));
  return i32x4.add(i64x2.shuffle(ab, cd, 0, 2), i64x2.shuffle(ab, cd, 1, 3));
}

/**
 * out[t][n] = x[t] . w[n] * scale[n] + bias[n], for t < rows, n < n. n is a multiple of 4, k of 8.
 * x: i16 rows*k; w: i16 n*k; scale, bias: f32 n; out: f32 rows*n. Two rows at a time share the loads of four weight rows.
 */
export function matmul(x: usize, w: usize, scale: usize, bias: usize, out: usize, rows: i32, n: i32, k: i32): void {
  const stride = <usize>(k << 1);
  const pairs = rows & ~1;
  for (let j = 0; j < n; j += 4) {
    const s = v128.load(scale + (j << 2));
    const b = v128.load(bias + (j << 2));
    const w0 = w + <usize>j * stride;
    const w1 = w0 + stride;
    const w2 = w1 + stride;
    const w3 = w2 + stride;
    for (let t = 0; t < pairs; t += 2) {
      const x0 = x + <usize>t * stride;
      const x1 = x0 + stride;
      let a0 = i32x4.splat(0);
      let a1 = i32x4.splat(0);
      let a2 = i32x4.splat(0);
      let a3 = i32x4.splat(0);
      let b0 = i32x4.splat(0);
      let b1 = i32x4.splat(0);
      let b2 = i32x4.splat(0);
      let b3 = i32x4.splat(0);
      for (let i: usize = 0; i < stride; i += 16) {
        const u = v128.load(x0 + i);
        const v = v128.load(x1 + i);
        const p = v128.load(w0 + i);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, p));
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(v, p));
        const q = v128.load(w1 + i);
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, q));
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(v, q));
        const r = v128.load(w2 + i);
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(u, r));
        b2 = i32x4.add(b2, i32x4.dot_i16x8_s(v, r));
        const z = v128.load(w3 + i);
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(u, z));
        b3 = i32x4.add(b3, i32x4.dot_i16x8_s(v, z));
      }
      const to = out + ((<usize>t * n + j) << 2);
      const y0 = f32x4.convert_i32x4_s(sums4(a0, a1, a2, a3));
      const y1 = f32x4.convert_i32x4_s(sums4(b0, b1, b2, b3));
      v128.store(to, f32x4.add(f32x4.mul(y0, s), b));
      v128.store(to + (<usize>n << 2), f32x4.add(f32x4.mul(y1, s), b));
    }
    if (pairs < rows) {
      const y = f32x4.convert_i32x4_s(dot4(x + <usize>pairs * stride, w0, stride, k));
      v128.store(out + ((<usize>pairs * n + j) << 2), f32x4.add(f32x4.mul(y, s), b));
    }
  }
}

/** tanh as a ratio of polynomials, fitted on 0..5 for the least greatest error: below 1e-4, as much as a 16-bit state can show. */
// @ts-ignore: decorator
@inline
function tanh4(x: v128): v128 {
  const v = f32x4.pmax(f32x4.splat(-5.0), f32x4.pmin(f32x4.splat(5.0), x));
  const q = f32x4.mul(v, v);
  const p = f32x4.add(
    f32x4.splat(0.99981015),
    f32x4.mul(q, f32x4.add(f32x4.splat(0.10172299), f32x4.mul(q, f32x4.splat(0.00065493932)))),
  );
  const r = f32x4.add(
    f32x4.splat(1.0),
    f32x4.mul(q, f32x4.add(f32x4.splat(0.43450392), f32x4.mul(q, f32x4.splat(0.012639135)))),
  );
  return f32x4.div(f32x4.mul(v, p), r);
}

// @ts-ignore: decorator
@inline
function sigmoid4(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(half, f32x4.mul(half, tanh4(f32x4.mul(half, x))));
}

/** Four numbers between -1 and 1 -> 16-bit states: adding 1.5 * 2^23 leaves the rounded number in a float's lowest bits. */
// @ts-ignore: decorator
@inline
function toStates(y: v128): v128 {
  const bits = f32x4.add(f32x4.mul(y, f32x4.splat(16384.0)), f32x4.splat(12582912.0));
  const n = i32x4.sub(bits, i32x4.splat(0x4b400000));
  return i16x8.narrow_i32x4_s(n, n);
}

/** Bytes of the weights of 16 rows for four pairs of columns, which one turn of the recurrence's inner loop takes. */
const TURN: usize = 256;

/** sum + the pair of inputs that fills `x` times four rows' weights for that pair. */
// @ts-ignore: decorator
@inline
function pair(sum: v128, x: v128, w: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(x, w));
}

/** sum * scale + bias for four rows. */
// @ts-ignore: decorator
@inline
function scaled(sum: v128, scale: usize, bias: usize): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scale)), v128.load(bias));
}

/**
 * One direction of an LSTM over `steps` positions. Rows of gx and u: per group of four units 16 rows, i i i i f f f f g g g g o o o o.
 * gx: f32, the 4h gate inputs of position t, with bias, at gx + t*gxStride. u: i16 4h*h, each 16 rows by pairs of columns: (r0c0 r0c1)
 * (r1c0 r1c1) … (r15c0 r15c1) (r0c2 r0c3) …, so that a pair of inputs, spread over a vector, meets four rows at once and no sum across lanes
 * is needed. scale: f32 4h. out: i16, position t at out + t*outStride. work: 2h bytes for the state before the first step, 4h for the cells,
 * 16h for the gates. `backward` runs from the last position to the first. h is a multiple of 8.
 */
export function lstm(
  gx: usize,
  gxStride: i32,
  u: usize,
  scale: usize,
  work: usize,
  out: usize,
  outStride: i32,
  steps: i32,
  h: i32,
  backward: i32,
): void {
  const stride = <usize>(h << 1);
  const cells = work + stride;
  const gates = cells + (stride << 1);
  memory.fill(work, 0, stride * 3);
  let last = work;
  for (let step = 0; step < steps; step++) {
    const t = backward ? steps - 1 - step : step;
    let g = gx + <usize>t * gxStride;
    let v = u;
    let s = scale;
    const end = gates + (stride << 3);
    for (let z = gates; z < end; z += 64, g += 64, s += 64) {
      let a0 = i32x4.splat(0);
      let a1 = i32x4.splat(0);
      let a2 = i32x4.splat(0);
      let a3 = i32x4.splat(0);
      const stop = last + stride;
      for (let p = last; p < stop; p += 16, v += TURN) {
        let x = v128.load32_splat(p);
        a0 = pair(a0, x, v128.load(v));
        a1 = pair(a1, x, v128.load(v, 16));
        a2 = pair(a2, x, v128.load(v, 32));
        a3 = pair(a3, x, v128.load(v, 48));
        x = v128.load32_splat(p, 4);
        a0 = pair(a0, x, v128.load(v, 64));
        a1 = pair(a1, x, v128.load(v, 80));
        a2 = pair(a2, x, v128.load(v, 96));
        a3 = pair(a3, x, v128.load(v, 112));
        x = v128.load32_splat(p, 8);
        a0 = pair(a0, x, v128.load(v, 128));
        a1 = pair(a1, x, v128.load(v, 144));
        a2 = pair(a2, x, v128.load(v, 160));
        a3 = pair(a3, x, v128.load(v, 176));
        x = v128.load32_splat(p, 12);
        a0 = pair(a0, x, v128.load(v, 192));
        a1 = pair(a1, x, v128.load(v, 208));
        a2 = pair(a2, x, v128.load(v, 224));
        a3 = pair(a3, x, v128.load(v, 240));
      }
      v128.store(z, scaled(a0, s, g));
      v128.store(z, scaled(a1, s + 16, g + 16), 16);
      v128.store(z, scaled(a2, s + 32, g + 32), 32);
      v128.store(z, scaled(a3, s + 48, g + 48), 48);
    }
    const to = out + <usize>t * outStride;
    let cell = cells;
    let y = to;
    for (let z = gates; z < end; z += 64, cell += 16, y += 8) {
      const i = sigmoid4(v128.load(z));
      const f = sigmoid4(v128.load(z, 16));
      const o = sigmoid4(v128.load(z, 48));
      const c = f32x4.add(f32x4.mul(f, v128.load(cell)), f32x4.mul(i, tanh4(v128.load(z, 32))));
      v128.store(cell, c);
      v128.store64_lane(y, toStates(f32x4.mul(o, tanh4(c))), 0);
    }
    last = to;
  }
}

/** out[i] = a[i] + b[i] + c[i], f32, n a multiple of 4. */
export function add3(a: usize, b: usize, c: usize, out: usize, n: i32): void {
  const bytes = <usize>(n << 2);
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(out + i, f32x4.add(f32x4.add(v128.load(a + i), v128.load(b + i)), v128.load(c + i)));
  }
}
