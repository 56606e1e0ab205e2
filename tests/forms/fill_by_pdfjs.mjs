// node fill_by_pdfjs.mjs PDFJS-DIST SENT FILLING.json OUT: fills a form as the reader of Firefox does.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, sent, wanted, out] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`).href);
const filling = JSON.parse(readFileSync(wanted, "utf8"));
const pdf = await getDocument({ data: new Uint8Array(readFileSync(sent)), verbosity: 0 }).promise;
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  for (const field of await page.getAnnotations()) {
    if (!(field.fieldName in filling)) continue;
    let value = filling[field.fieldName];
    delete filling[field.fieldName];
    if (field.options) value = field.options.find((o) => o.displayValue === value).exportValue;
    pdf.annotationStorage.setValue(field.id, { value });
  }
}
if (Object.keys(filling).length) throw new Error(`no such fields: ${Object.keys(filling)}`);
writeFileSync(out, await pdf.saveDocument());
process.exit(0);
