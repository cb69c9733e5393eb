/** The compiled arithmetic (wasm/kernel.ts) and a memory for it: weights first, then scratch that each call lays out anew. */
import { OnrecordError } from "../schema/index.ts";

export interface Kernel {
  readonly memory: WebAssembly.Memory;
  matmul(x: number, w: number, scale: number, bias: number, out: number, rows: number, n: number, k: number): void;
  lstm(
    gx: number,
    gxStride: number,
    u: number,
    scale: number,
    work: number,
    out: number,
    outStride: number,
    steps: number,
    h: number,
    backward: number,
  ): void;
  add3(a: number, b: number, c: number, out: number, n: number): void;
}

const PAGE = 65536;

/** @throws OnrecordError (model) if this JavaScript engine has no WebAssembly SIMD. */
export function createKernel(wasm: Uint8Array): Kernel {
  try {
    const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
    return new WebAssembly.Instance(module, {}).exports as unknown as Kernel;
  } catch (cause) {
    throw new OnrecordError("model", "The network's arithmetic cannot run here: WebAssembly with SIMD is needed.", {
      hint: "Use Node 20 or later, or a browser of 2022 or later.",
      cause,
    });
  }
}

/** Gives out addresses in the kernel's memory, each a multiple of 16; grows the memory as needed. */
export class Arena {
  private readonly memory: WebAssembly.Memory;
  private top: number;
  constructor(memory: WebAssembly.Memory, base: number) {
    this.memory = memory;
    this.top = base;
  }

  take(bytes: number): number {
    const at = this.top;
    this.top = at + ((bytes + 15) & ~15);
    const missing = this.top - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
    return at;
  }

  mark(): number {
    return this.top;
  }

  release(mark: number): void {
    this.top = mark;
  }
}
