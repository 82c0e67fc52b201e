/** Drawn stand-ins for pixels: a terminal screen, a slip, a page. Made once an exhibit. */
import type { EvidenceDto } from '../../api/generated/EvidenceDto';

const made = new Map<string, string>();

function lines(count: number, top: number): string {
  return Array.from({ length: count }, (_, at) => `<rect x="12" y="${top + at * 9}" width="${at % 3 === 2 ? 48 : 76}" height="3" fill="#8d877e"/>`).join('');
}

function draw(exhibit: EvidenceDto, page: number): string {
  const upright = exhibit.width_px <= exhibit.height_px;
  const [width, height] = upright ? [100, 132] : [132, 100];
  const screen = exhibit.kind === 'terminal-photo';
  const paper = screen ? '#3b4148' : '#f6f3ee';
  const body = screen
    ? '<rect x="18" y="20" width="64" height="52" rx="3" fill="#b8cfdc"/><text x="50" y="44" font-size="11" text-anchor="middle" fill="#1d2730">68</text><text x="50" y="60" font-size="8" text-anchor="middle" fill="#1d2730">POS</text>'
    : `<rect x="12" y="12" width="40" height="6" fill="#3d5a78"/>${lines(upright ? 11 : 7, 28)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 6}" height="${height * 6}"><rect width="100%" height="100%" fill="${paper}"/>${body}<text x="${width - 6}" y="${height - 6}" font-size="7" text-anchor="end" fill="#8d877e">${exhibit.label} · ${page}</text></svg>`;
}

export function pictureOf(exhibit: EvidenceDto | undefined, page: number): string {
  if (exhibit === undefined || typeof URL.createObjectURL !== 'function') return '/nothing.png';
  const name = `${exhibit.id}/${page}`;
  let url = made.get(name);
  if (url === undefined) {
    url = URL.createObjectURL(new Blob([draw(exhibit, page)], { type: 'image/svg+xml' }));
    made.set(name, url);
  }
  return url;
}
