/** The playbooks and codes that the program ships, read from their files, for looking at the page in a plain browser. */
import { parse } from 'smol-toml';
import type { RawCode, RawPlaybook } from './book';
import { fixture, fixtureCodes } from './fixture';

const ORDER = fixture.map((playbook) => playbook.id);

export async function shipped(): Promise<{ book: RawPlaybook[]; codes: RawCode[] }> {
  const files = import.meta.glob<string>('../../../../assets/playbooks/*.toml', { query: '?raw', import: 'default' });
  const rules = import.meta.glob<string>('../../../../assets/rules/response-codes.toml', { query: '?raw', import: 'default' });
  const read = (all: typeof files): Promise<Record<string, unknown>[]> => Promise.all(Object.values(all).map(async (load) => parse(await load()) as Record<string, unknown>));
  const found = (await read(files)).filter((one) => one.format === 1) as unknown as RawPlaybook[];
  const book = fixture.map((playbook) => found.find((one) => one.id === playbook.id) ?? playbook);
  const codes = (await read(rules)).flatMap((one) => one.code as RawCode[]);
  return { book: book.sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id)), codes: codes.length > 0 ? codes : fixtureCodes };
}
