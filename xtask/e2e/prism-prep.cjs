// Makes two documents for Prism out of an OpenAPI 3.0 document:
//   node prism-prep.cjs NODE_MODULES DOCUMENT LEAST EVERYTHING
// LEAST says what DOCUMENT says. EVERYTHING also demands what DOCUMENT leaves to the caller: each parameter and each
// property of a body, so that one that is sent under a wrong name is missed under the right one.
// In both, each body of an answer has two examples, made from its schema: "min" has what is required only, "full" all.
// Prism's own are made at random, do not end where schemas refer to themselves, and break dates that have a pattern.
const [, , modules, input, least, everything] = process.argv;
const fs = require("fs");
const path = require("path");
const yaml = require(path.resolve(modules, "js-yaml"));

const METHODS = ["get", "put", "post", "delete", "patch", "head", "options"];
const DATE_TIME = "2024-01-31T12:00:00Z";
const FORMATS = { "date-time": DATE_TIME, date: "2024-01-31", uuid: "00000000-0000-4000-8000-000000000001" };
const NONE = Symbol("no value ends here");

// Dates of examples are strings, as in JSON.
const read = () => yaml.load(fs.readFileSync(input, "utf8"), { schema: yaml.JSON_SCHEMA });

function resolve(document, node) {
  const seen = new Set();
  while (node && node.$ref) {
    if (seen.has(node.$ref)) return {};
    seen.add(node.$ref);
    const names = node.$ref.replace(/^#\//, "").split("/");
    node = names.reduce((at, name) => at && at[name.replace(/~1/g, "/").replace(/~0/g, "~")], document);
  }
  return node || {};
}

function operations(document) {
  return Object.values(document.paths).flatMap((item) =>
    METHODS.filter((method) => item[method]).map((method) => ({ item, operation: item[method] })),
  );
}

// An example of a schema; `within` are the references that led to it.
function example(document, schema, full, within) {
  if (schema.$ref) {
    if (within.includes(schema.$ref)) return NONE;
    return example(document, resolve(document, schema), full, [...within, schema.$ref]);
  }
  if (schema.allOf || schema.oneOf || schema.anyOf) throw new Error("a composed schema: teach prism-prep.cjs");
  if (schema.enum) return schema.enum[0];
  switch (schema.type || (schema.properties ? "object" : undefined)) {
    case "string":
      return schema.pattern ? matching(schema.pattern) : FORMATS[schema.format] || "text";
    case "integer":
      return Math.max(schema.minimum || 0, schema.format === "int64" ? 4294967297 : 7);
    case "number":
      return 1.5;
    case "boolean":
      return true;
    case "array": {
      const item = full ? example(document, schema.items || {}, full, within) : NONE;
      return item === NONE ? [] : [item];
    }
    case "object": {
      const value = {};
      for (const [name, property] of Object.entries(schema.properties || {})) {
        const required = (schema.required || []).includes(name);
        if (!required && !full) continue;
        const inner = example(document, property, full, within);
        if (inner !== NONE) value[name] = inner;
        else if (required) return NONE;
      }
      return value;
    }
    default:
      return { free: "form" };
  }
}
function matching(pattern) {
  const found = ["text", ...Object.values(FORMATS)].find((value) => new RegExp(pattern).test(value));
  if (found === undefined) throw new Error(`nothing matches ${pattern}: teach prism-prep.cjs`);
  return found;
}

function giveExamples(document) {
  for (const { operation } of operations(document)) {
    for (const answer of Object.values(operation.responses)) {
      for (const [type, content] of Object.entries(resolve(document, answer).content || {})) {
        if (!content.schema) continue;
        const of = (full) => {
          const value = example(document, content.schema, full, []);
          if (value === NONE) throw new Error(`no value of ${operation.operationId} ends`);
          return { value: /json/.test(type) || typeof value === "string" ? value : JSON.stringify(value) };
        };
        // Authors' own examples often break their schema.
        delete content.example;
        content.examples = { full: of(true), min: of(false) };
        if (!/json/.test(type)) content.schema = { type: "string" };
      }
    }
  }
}

// The schema with every property required that a caller may send, down to where it refers to itself.
function strict(document, schema, within) {
  if (schema.$ref) {
    if (within.includes(schema.$ref)) return {};
    return strict(document, resolve(document, schema), [...within, schema.$ref]);
  }
  const copy = { ...schema };
  if (schema.items) copy.items = strict(document, schema.items, within);
  if (schema.properties) {
    const properties = Object.entries(schema.properties);
    copy.properties = Object.fromEntries(properties.map(([name, of]) => [name, strict(document, of, within)]));
    copy.required = properties.filter(([, of]) => !resolve(document, of).readOnly).map(([name]) => name);
    if (!copy.required.length) delete copy.required;
  }
  return copy;
}

function demandEverything(document) {
  for (const { item, operation } of operations(document)) {
    for (const holder of [item, operation]) {
      holder.parameters = (holder.parameters || []).map((of) => {
        const parameter = resolve(document, of);
        // Prism looks for the encoded form of a required name, which is never there: some names stay optional.
        return { ...parameter, required: parameter.required || parameter.name === encodeURI(parameter.name) };
      });
    }
    if (!operation.requestBody) continue;
    const body = structuredClone(resolve(document, operation.requestBody));
    for (const content of Object.values(body.content)) content.schema = strict(document, content.schema || {}, []);
    operation.requestBody = { ...body, required: true };
  }
}

for (const [output, more] of [[least, () => {}], [everything, demandEverything]]) {
  const document = read();
  giveExamples(document);
  more(document);
  fs.writeFileSync(output, JSON.stringify(document));
}
