// The world's numbering plans and time zones, as every program is given them when it starts (src/carried.rs): one file each for all of them.

const read = async (name) => new Uint8Array(await (await fetch(new URL(name, import.meta.url))).arrayBuffer());

globalThis.aftertoneCarried = await Promise.all(['./plans.deflate', './zones.txt'].map(read));
