import { saveFile } from '../table/write-csv.js';
import { CHART_HEIGHT, CHART_WIDTH, type ChartPaths } from './shape.js';

interface Picture {
  title: string;
  top: string;
  paths: ChartPaths;
  names: readonly [string, string];
}

const MARGIN = 60;

/** Saves a chart as PNG, twice as fine as the screen, in the colours of paper: a picture is for others, by day. */
export async function savePicture({ title, top, paths, names }: Picture): Promise<void> {
  const canvas = document.createElement('canvas');
  const scale = 2;
  canvas.width = (CHART_WIDTH + 2 * MARGIN) * scale;
  canvas.height = (CHART_HEIGHT + 3 * MARGIN) * scale;
  const pen = canvas.getContext('2d')!;
  pen.scale(scale, scale);
  pen.fillStyle = '#faf6f1';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const family = getComputedStyle(document.body).fontFamily;
  const write = (text: string, x: number, y: number, font: string, align: CanvasTextAlign = 'left') => {
    pen.font = `${font} ${family}`;
    pen.textAlign = align;
    pen.fillText(text, x, y);
  };
  pen.fillStyle = '#241d18';
  write(title, MARGIN, MARGIN, '600 24px');
  pen.fillStyle = '#6a5d52';
  write(top, MARGIN, MARGIN + 32, '400 18px');
  const foot = CHART_HEIGHT + 2 * MARGIN + 28;
  write(names[0], MARGIN, foot, '400 16px');
  write(names[1], MARGIN + CHART_WIDTH, foot, '400 16px', 'right');
  pen.translate(MARGIN, 2 * MARGIN);
  pen.fillStyle = '#f6dcd0';
  pen.fill(new Path2D(paths.area));
  pen.fillStyle = '#bd3a20';
  pen.fill(new Path2D(paths.bars));
  pen.strokeStyle = '#bd3a20';
  pen.lineWidth = 4;
  pen.lineJoin = 'round';
  pen.stroke(new Path2D(paths.line));
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob) saveFile(`${title}.png`, 'image/png', blob);
}
