/** Takes the parts of a format one by one and writes them: as text, packed to bytes, or as files of a folder. */
import type { StreamFormat, StreamOptions } from "../index.ts";
import { openFolder, openOutput } from "./output.ts";

export interface Sink {
  begin(): Promise<void>;
  article(part: string): Promise<void>;
  end(): Promise<void>;
  /** All is written. */
  finish(): void;
  /** Leave nothing half behind. */
  abandon(): void;
}

function streamSink(format: StreamFormat, options: StreamOptions, path: string | undefined): Sink {
  const output = openOutput(path);
  let written = 0;
  return {
    ...output,
    begin: () => output.write(format.begin(options)),
    async article(part) {
      if (part !== "") await output.write((written++ > 0 ? format.between(options) : "") + part);
    },
    end: () => output.write(format.end(options)),
  };
}

async function packedSink(packerOf: NonNullable<StreamFormat["packer"]>, path: string | undefined): Promise<Sink> {
  const packer = await packerOf();
  const output = openOutput(path);
  return {
    ...output,
    begin: async () => {},
    article: (part) => output.write(packer.add(part)),
    end: () => output.write(packer.end()),
  };
}

function folderSink({ common, files }: NonNullable<StreamFormat["folder"]>, path: string): Sink {
  const output = openFolder(path);
  const taken = new Map<string, number>();
  /** Two articles of one name: the second is called name.2. */
  const free = (name: string): string => {
    const n = (taken.get(name) ?? 0) + 1;
    taken.set(name, n);
    return n === 1 ? name : `${name}.${n}`;
  };
  return {
    finish: output.finish,
    abandon: output.abandon,
    async begin() {
      for (const [name, content] of Object.entries(common)) output.put(name, content);
    },
    async article(part) {
      const made = files(part);
      const name = free(made.name);
      for (const [ending, content] of Object.entries(made.files)) output.put(`${name}.${ending}`, content);
    },
    end: async () => {},
  };
}

/** The sink for a format; `path` is absent or "-" for standard output. */
export async function openSink(format: StreamFormat, options: StreamOptions, path: string | undefined): Promise<Sink> {
  if (format.folder) return folderSink(format.folder, path!);
  return format.packer ? packedSink(format.packer, path) : streamSink(format, options, path);
}
