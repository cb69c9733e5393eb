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

/** tanh by the continued fraction's rational form, clamped; error below 1e-4, more than 16-bit states can hold is not needed. */
// @ts-ignore: decorator
@inline
function tanh4(x: v128): v128 {
  const v = f32x4.max(f32x4.min(x, f32x4.splat(4.97)), f32x4.splat(-4.97));
  const q = f32x4.mul(v, v);
  const p = f32x4.mul(
    v,
    f32x4.add(
      f32x4.splat(135135.0),
      f32x4.mul(q, f32x4.add(f32x4.splat(17325.0), f32x4.mul(q, f32x4.add(f32x4.splat(378.0), q)))),
    ),
  );
  const r = f32x4.add(
    f32x4.splat(135135.0),
    f32x4.mul(
      q,
      f32x4.add(f32x4.splat(62370.0), f32x4.mul(q, f32x4.add(f32x4.splat(3150.0), f32x4.mul(q, f32x4.splat(28.0))))),
    ),
  );
  const y = f32x4.div(p, r);
  return f32x4.max(f32x4.min(y, f32x4.splat(1.0)), f32x4.splat(-1.0));
}

// @ts-ignore: decorator
@inline
function sigmoid4(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(half, f32x4.mul(half, tanh4(f32x4.mul(half, x))));
}

/**
 * One direction of an LSTM over `steps` positions. Gate order in gx and u: blocks of 4 rows i f g o per hidden unit
 * group of 4 (unit group j holds rows i of units 4j..4j+3, then f, g, o).
 * gx: f32 steps*4h, the input part with bias; u: i16 4h*h; scale: f32 4h; state: 16-bit h of the last step then f32 cell (h*2 + h*4 bytes);
 * out: i16, position t at out + t*outStride. `backward` runs from the last position to the first. h is a multiple of 8.
 */
export function lstm(
  gx: usize,
  u: usize,
  scale: usize,
  state: usize,
  out: usize,
  outStride: i32,
  steps: i32,
  h: i32,
  backward: i32,
): void {
  const cell = state + <usize>(h << 1);
  memory.fill(state, 0, <usize>(h * 6));
  const stride = <usize>(h << 1);
  const q = f32x4.splat(16384.0);
  let last = state;
  for (let step = 0; step < steps; step++) {
    const t = backward ? steps - 1 - step : step;
    const g = gx + (<usize>t * (h << 2) << 2);
    const to = out + <usize>t * outStride;
    for (let j = 0; j < h; j += 4) {
      const base = <usize>(j << 2); // first row of the group
      const w = u + base * stride;
      const o4 = base << 2;
      const gi = f32x4.add(
        v128.load(g + o4),
        f32x4.mul(f32x4.convert_i32x4_s(dot4(last, w, stride, h)), v128.load(scale + o4)),
      );
      const gf = f32x4.add(
        v128.load(g + o4 + 16),
        f32x4.mul(f32x4.convert_i32x4_s(dot4(last, w + 4 * stride, stride, h)), v128.load(scale + o4 + 16)),
      );
      const gg = f32x4.add(
        v128.load(g + o4 + 32),
        f32x4.mul(f32x4.convert_i32x4_s(dot4(last, w + 8 * stride, stride, h)), v128.load(scale + o4 + 32)),
      );
      const go = f32x4.add(
        v128.load(g + o4 + 48),
        f32x4.mul(f32x4.convert_i32x4_s(dot4(last, w + 12 * stride, stride, h)), v128.load(scale + o4 + 48)),
      );
      const cp = cell + <usize>(j << 2);
      const c = f32x4.add(f32x4.mul(sigmoid4(gf), v128.load(cp)), f32x4.mul(sigmoid4(gi), tanh4(gg)));
      v128.store(cp, c);
      const y = f32x4.mul(f32x4.mul(sigmoid4(go), tanh4(c)), q);
      const n = i32x4.trunc_sat_f32x4_s(f32x4.nearest(y));
      const packed = i16x8.narrow_i32x4_s(n, n);
      v128.store64_lane(to + <usize>(j << 1), packed, 0);
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
