// What a PDF shows: its pages as lines of text, with the size of each piece, and the colours that are painted with.
//
//   const sheets = await readPdf(await page.pdf());
//   sheets[0].lines[0]   // { text: "Järvilä", pieces: [{ text: "Järvilä", size: 13, x: 109.6, y: 777.6, width: 45.4 }] }
//   flow(sheets)         // all the text, with single blanks

import { getDocument, OPS, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Reads a PDF sheet by sheet; sizes and places are in points, `y` counts from the foot of the sheet. */
export async function readPdf(bytes) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  try {
    const pdf = await loading.promise;
    const sheets = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const sheet = await pdf.getPage(number);
      const { items } = await sheet.getTextContent();
      const [, , width, height] = sheet.view;
      sheets.push({ width, height, lines: linesOf(items.filter(({ str }) => str.trim()).map(piece)), ...painted(await sheet.getOperatorList()) });
    }
    return sheets;
  } finally {
    await loading.destroy();
  }
}

/** All the text of sheets as it is read on paper, with single blanks. */
export const flow = (sheets) => sheets.flatMap(({ lines }) => lines.map(({ text }) => text)).join(" ").replace(/\s+/g, " ");

const piece = ({ str, transform: [, , , size, x, y], width }) => ({ text: str, size, x, y, width });

/** Pieces that stand side by side are a line; lines go from the top of the sheet to its foot. */
function linesOf(pieces) {
  const lines = [];
  for (const piece of pieces.sort((one, other) => other.y - one.y)) {
    const last = lines.at(-1);
    // The number of a step stands a little lower than the step's text.
    if (last && last.y - piece.y < 4) last.pieces.push(piece);
    else lines.push({ y: piece.y, pieces: [piece] });
  }
  return lines.map(({ y, pieces }) => {
    pieces.sort((one, other) => one.x - other.x);
    return { y, pieces, text: pieces.map(({ text }, at) => (isApart(pieces[at - 1], pieces[at]) ? ` ${text}` : text)).join("") };
  });
}

const isApart = (before, piece) => before !== undefined && piece.x - before.x - before.width > 1;

/**
 * The colours that text is written with (`inks`), those that areas are filled with (`fills`, with their width and
 * height in the document's own pixels), and how many pictures there are.
 */
function painted({ fnArray, argsArray }) {
  const inks = new Set();
  const fills = [];
  const outer = [];
  let colour = "#000000";
  let pictures = 0;
  fnArray.forEach((operator, at) => {
    const given = argsArray[at];
    switch (operator) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
        outer.push(colour);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        colour = outer.pop();
        break;
      case OPS.setFillRGBColor:
        [colour] = given;
        break;
      case OPS.setFillColorN:
        colour = "pattern";
        break;
      case OPS.showText:
        inks.add(colour);
        break;
      case OPS.paintImageXObject:
        pictures += 1;
        break;
      case OPS.constructPath: {
        const [paint, , bounds] = given;
        if (bounds && (paint === OPS.fill || paint === OPS.eoFill)) {
          const [left, top, right, bottom] = bounds;
          fills.push({ colour, width: right - left, height: bottom - top });
        }
      }
    }
  });
  return { inks: [...inks], fills, pictures };
}
