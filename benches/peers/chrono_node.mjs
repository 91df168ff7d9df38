// Reads dates with chrono-node: {"id", "text"} a line in, {"id", "dates"} a line out, then {"seconds", "bytes"}.
//
// Its argument is "strict", chrono.fr.strict as it comes, or "dates", the same without the parsers of times and of relative
// dates ("de six mois" is no date here), which cost precision and speed. Weekdays stay, for "dimanche 7 décembre 2014".

import { readFileSync } from "node:fs";
import * as chrono from "chrono-node";

const PASSES = 3;
const ENOUGH = 60; // seconds: no further pass once the passes took so long
const NOW = { instant: new Date(2020, 5, 15, 12) };

const questions = readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const { parsers, refiners } = chrono.fr.createConfiguration(true);
const absolute = parsers.filter((parser) => !/Time(Unit|Expression)/.test(parser.constructor.name));
const reader = process.argv[2] === "dates" ? new chrono.Chrono({ parsers: absolute, refiners }) : chrono.fr.strict;
const read = (text) => reader.parse(text, NOW);

/** The components that chrono is certain of; the year of one end of a range is that of the other. */
function edtf(components, yearKnown) {
  const digits = (part, length) => String(components.get(part)).padStart(length, "0");
  const year = yearKnown ? digits("year", 4) : null;
  if (!components.isCertain("month")) return year;
  const month = `${year ?? "XXXX"}-${digits("month", 2)}`;
  if (components.isCertain("day")) return `${month}-${digits("day", 2)}`;
  return year && month;
}

/** The result as EDTF, at code points of the text. */
function date(text, result) {
  const ends = [result.start, result.end].filter(Boolean);
  const yearKnown = ends.some((components) => components.isCertain("year"));
  const values = ends.map((components) => edtf(components, yearKnown));
  if (values.includes(null)) return [];
  const start = [...text.slice(0, result.index)].length;
  return [{ value: values.join("/"), start, end: start + [...result.text].length }];
}

const answers = questions.map(({ id, text }) => ({ id, dates: read(text).flatMap((result) => date(text, result)) }));

let seconds = Infinity;
let spent = 0;
for (let pass = 0; pass < PASSES && spent < ENOUGH; pass++) {
  const began = performance.now();
  for (const { text } of questions) read(text);
  const took = (performance.now() - began) / 1000;
  seconds = Math.min(seconds, took);
  spent += took;
}
const bytes = questions.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
process.stdout.write([...answers, { seconds, bytes }].map((line) => JSON.stringify(line) + "\n").join(""));
