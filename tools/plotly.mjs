// Writes relations/charts/plotly/: the part of plotly.js that our charts need, as one file, and the licences of
// all that is in it.
//
//     npm install plotly.js@4.1.1 esbuild@0.28.2        # in a folder of its own
//     node tools/plotly.mjs that/folder
//
// Not needed to run or test the package; run it again to take in a new release, best the one that the plotly package
// for Python ships. plotly's own bundle of cartesian traces brings what our charts never draw (images, violins,
// contours) with stand-ins for Node's streams, and a browser takes three times as long to start it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const packages = resolve(process.argv[2] ?? ".");
const target = join(dirname(fileURLToPath(import.meta.url)), "..", "relations", "charts", "plotly");
const { build } = createRequire(join(packages, "package.json"))("esbuild");
const about = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const { version } = about(join(packages, "node_modules", "plotly.js"));

const { metafile, outputFiles } = await build({
  stdin: {
    contents: `const Plotly = require("plotly.js/lib/core");
Plotly.register([require("plotly.js/lib/bar"), require("plotly.js/lib/heatmap")]);
module.exports = Plotly;`,
    resolveDir: packages,
  },
  absWorkingDir: packages,
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "Plotly",
  target: "es2018",
  define: { global: "window" },
  legalComments: "none", // all licences stand in the file beside
  banner: { js: `/* plotly.js v${version} (scatter, bar, heatmap), MIT, and what it is built on: see LICENSES beside */` },
  metafile: true,
  write: false,
  outfile: "plotly.min.js",
});

// The folder of the package that a file belongs to.
const packageOf = (file) => {
  const parts = file.split("/");
  const at = parts.lastIndexOf("node_modules");
  return at < 0 ? null : parts.slice(0, at + (parts[at + 1].startsWith("@") ? 3 : 2)).join("/");
};
const written = Object.entries(Object.values(metafile.outputs)[0].inputs).filter(([, { bytesInOutput }]) => bytesInOutput);
const inside = new Set(written.map(([file]) => packageOf(file)).filter(Boolean));
const licences = [...inside].sort().map((folder) => {
  const full = join(packages, folder);
  const name = readdirSync(full).find((file) => /^(licen[cs]e|copying)/i.test(file));
  const { name: title, version: number, license } = about(full);
  const text = name ? readFileSync(join(full, name), "utf8").trim() : `${license}; the package holds no text of it.`;
  return `${title} ${number}\n${"=".repeat(title.length + number.length + 1)}\n\n${text}\n`;
});

rmSync(target, { recursive: true, force: true });
mkdirSync(target);
writeFileSync(join(target, "plotly.min.js"), outputFiles[0].contents);
writeFileSync(join(target, "LICENSES"), licences.join("\n\n"));
console.log(`plotly.js ${version}: ${outputFiles[0].contents.length} bytes of ${inside.size} packages`);
