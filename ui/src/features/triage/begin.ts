/** From what was said to an open case: nothing of it has to be said again. */
import type { CaseView } from '../../api/generated/CaseView';
import type { Platform } from '../../platform';
import { readCode } from '../codes/CodeHelp';
import type { Heard } from './heard';

/** What was said besides the choice of the way is added to the case; should that fail, the case is there all the same. */
export async function beginCase(platform: Platform, playbook: string, title: string, heard: Heard, remark: string): Promise<CaseView> {
  const screen = heard.screen.trim();
  const view = await platform.call('case_new', { playbook, title, details: screen === '' ? {} : { 'screen-text': screen } });
  const code = readCode(heard.code);
  try {
    if (remark !== '') await platform.call('case_note', { id: view.id, text: remark });
    if (code === '') return view;
    const guide = await platform.call('case_guide', { id: view.id });
    const asked = guide.phases.flatMap(({ steps }) => steps).flatMap(({ questions }) => questions);
    if (asked.some(({ id }) => id === 'response-code')) await platform.call('case_answer', { id: view.id, answers: { 'response-code': code } });
  } catch {
    // The case itself stands; what is missing is asked for by its steps.
  }
  return view;
}
