/** Every command of the in-memory world. */
import type { JobProgress } from '../../api/generated/JobProgress';
import type { PacketReport } from '../../api/generated/PacketReport';
import type { Answer, Args, CommandName } from '../types';
import { maskSecrets } from '../../lib/secret';
import { inWords } from './book';
import { catalog } from './catalog';
import { guideOf } from './guide';
import { docOf, edit, faultsOf, keepText, reset, textOf } from './own';
import { blankCase, deadlineOf, exhibitOf, usualCases } from './samples';
import { callOf, customerOf, planOf } from './sheets';
import { findingsOf } from './shop';
import { finishTask, listOf, proposalsFor, saveTask } from './tasks';
import { catalogOf, codeOf, triageOf } from './triage';
import { change, fail, find, holder, log, marksOf, newId, placeOf, playbookOf, recordTransaction, rowOf, show, takeIn, type World } from './world';

type Handlers = { [C in CommandName]: (world: World, args: Args<C>) => Answer<C> | Promise<Answer<C>> };

const STEPS = 8;

/** Long work in small pieces, so that progress and cancel can be seen. */
async function work(world: World, job: string, what: string, tell: (progress: JobProgress) => void, pace: number): Promise<void> {
  for (let done = 0; done < STEPS; done += 1) {
    if (world.cancelled.delete(job)) fail('cancelled');
    tell({ what, item: '', done, total: STEPS });
    await new Promise((resolve) => setTimeout(resolve, pace));
  }
}

function report(world: World, id: string, channel: string): PacketReport {
  const view = find(world, id);
  const pages = 6 + view.evidence.reduce((sum, exhibit) => sum + exhibit.pages, 0);
  const bytes = view.evidence.reduce((sum, exhibit) => sum + exhibit.bytes, 180_000);
  const limit = catalog.channels.find((one) => one.id === channel)?.max_bytes ?? null;
  const findings = show(world, view).readiness.missing.map((missing) => ({
    code: `missing-${missing.what}`,
    message: missing.message,
    item: null,
    params: {},
  }));
  return { channel, fits: limit === null || bytes < limit, pages, bytes, findings, file: null, sha256: null, id: null, file_name: null };
}

/** What must never be kept is refused before it is, with its masked form. */
function refuseSecret(field: string, text: string): void {
  const masked = maskSecrets(text);
  if (masked !== null) fail('secret-typed', { field, what: 'pan', masked });
}

export function handlers(pace: number): Handlers {
  return {
    app_info: ({ info }) => ({ ...info }),
    catalog: (world) => catalogOf(world),
    set_preferences: ({ info }, { language, theme }) => {
      if (theme !== undefined) info.theme = theme;
      if (language !== undefined) {
        info.language_chosen = language !== 'system';
        info.language = language === 'system' ? 'zh-CN' : language;
      }
      return { ...info };
    },
    case_list: (world, { stages, text, limit, cursor }) => {
      const found = world.cases.filter(
        (view) =>
          (stages.length === 0 || stages.includes(view.stage)) &&
          (text === '' || [view.number, view.title, view.parties[0]?.name ?? ''].some((part) => part.includes(text))),
      );
      const from = Number(cursor ?? 0);
      const to = Math.min(found.length, from + limit);
      return { cases: found.slice(from, to).map(rowOf), next_cursor: to < found.length ? String(to) : null, total: found.length };
    },
    case_new: (world, { playbook, title, details, transaction, counterparty }) => {
      if (title.trim() === '') fail('text-empty', { field: 'title' });
      for (const [name, text] of Object.entries({ ...details, title })) refuseSecret(name, text);
      const highest = Math.max(0, ...world.cases.map((one) => Number(one.number.slice(5))));
      const view = blankCase(newId(world, 'CASE'), `2026-${String(highest + 1).padStart(4, '0')}`, playbook, title, new Date().toISOString());
      view.details = details;
      if (transaction !== undefined) recordTransaction(world, view, transaction);
      if (counterparty !== undefined && counterparty !== '') {
        const role = catalogOf(world).playbooks.find((one) => one.id === playbook)?.contact_order[0] ?? 'acquirer';
        view.parties = [{ id: newId(world, 'PARTY'), role, name: counterparty, contact: '' }];
      }
      world.cases.unshift(view);
      log(world, view.id, 'case-opened', world.words.say('event-case-opened', { number: view.number, title, playbook: inWords(playbookOf(world, playbook).title, world.words.language) }));
      return show(world, view);
    },
    case_show: (world, { id }) => show(world, find(world, id)),
    case_set: (world, { id, title, playbook, details }) => {
      if (title?.trim() === '') fail('text-empty', { field: 'title' });
      for (const [name, text] of Object.entries(details)) refuseSecret(name, text);
      return change(world, find(world, id), 'case-titled', world.words.say('event-case-titled', { title: title ?? '' }), (view) => {
        if (title !== undefined) view.title = title;
        if (playbook !== undefined) view.playbook = playbook;
        Object.assign(view.details, details);
      });
    },
    case_answer: (world, { id, answers }) => {
      for (const [name, text] of Object.entries(answers)) refuseSecret(name, text);
      return       change(world, find(world, id), 'question-answered', Object.values(answers).join(' '), (view) => Object.assign(view.answers, answers));
    },
    case_do: (world, { id, step, note }) =>
      change(world, find(world, id), 'step-done', world.words.say('event-step-done', { step, note }), (view) => {
        marksOf(world, view.id).set(step, { state: 'done', note });
        if (step.startsWith('advance-')) view.stage = step.slice('advance-'.length);
      }),
    case_skip: (world, { id, step, reason }) => {
      if (reason.trim() === '') fail('text-empty', { field: 'reason' });
      return change(world, find(world, id), 'step-skipped', world.words.say('event-step-skipped', { step, note: reason }), (view) => {
        marksOf(world, view.id).set(step, { state: 'skipped', note: reason });
      });
    },
    case_advance: (world, { id, stage }) =>
      change(world, find(world, id), 'stage-moved', world.words.say('event-stage-moved', { stage: world.words.say(`stage-${stage}`) }), (view) => (view.stage = stage)),
    case_close: (world, { id, outcome, recovered, currency }) =>
      change(world, find(world, id), 'case-closed', world.words.say('event-case-closed', { outcome: world.words.say(`outcome-${outcome}`), recovered }), (view) => {
        Object.assign(view, { stage: 'closed', outcome, recovered: recovered || null, recovered_currency: recovered === '' ? null : currency });
      }),
    case_reopen: (world, { id, why }) =>
      change(world, find(world, id), 'case-reopened', world.words.say('event-case-reopened', { why }), (view) => {
        Object.assign(view, { stage: 'follow-up', outcome: null, recovered: null, recovered_currency: null });
      }),
    case_note: (world, { id, text }) => {
      refuseSecret('note', text);
      return change(world, find(world, id), 'note-added', world.words.say('event-note-added', { text }), () => undefined);
    },
    case_history: (world, { id }) => ({ events: [...(world.history.get(find(world, id).id) ?? [])] }),
    transaction_save: (world, { case: id, transaction }) =>
      change(world, find(world, id), 'transaction-recorded', world.words.say('event-transaction-recorded', { amount: transaction.amount, at: transaction.at }), (view) => recordTransaction(world, view, transaction)),
    transaction_remove: (world, { case: id, id: transaction }) =>
      change(world, find(world, id), 'transaction-removed', world.words.say('event-transaction-removed'), (view) => {
        view.transactions = view.transactions.filter((one) => one.id !== transaction);
        if (view.transactions.length === 0) view.amount = view.currency = null;
      }),
    party_save: (world, { case: id, party }) => {
      if (party.name.trim() === '') fail('text-empty', { field: 'name' });
      return change(world, find(world, id), 'party-named', world.words.say('event-party-named', { name: party.name, role: world.words.say(`role-${party.role}`) }), (view) => {
        const old = view.parties.findIndex((one) => one.id === party.id);
        if (old >= 0) view.parties[old] = party;
        else view.parties.push({ ...party, id: newId(world, 'PARTY') });
      });
    },
    party_remove: (world, { case: id, id: party }) =>
      change(world, find(world, id), 'party-removed', world.words.say('event-party-removed'), (view) => (view.parties = view.parties.filter((one) => one.id !== party))),
    evidence_choose: (world) => {
      const token = newId(world, 'TOKEN');
      const names = [`IMG_${world.nextId}.jpg`, `合同 ${world.nextId}.pdf`];
      world.picked.set(token, names);
      return { token, names };
    },
    evidence_add_picked: async (world, { case: id, token, kind, job, on_progress }) => {
      const names = world.picked.get(token) ?? fail('token-unknown');
      await work(world, job, 'job-hashing', on_progress, pace / 2);
      world.picked.delete(token);
      return takeIn(world, find(world, id), names, kind, (number, name) => exhibitOf(number, null, name));
    },
    evidence_add_bytes: (world, { case: id, name, kind }) => takeIn(world, find(world, id), [name], kind, (number) => exhibitOf(number, null, name)),
    evidence_paste: (world, { case: id, name, kind }) =>
      world.clipboard === null ? null : takeIn(world, find(world, id), [`${name}.${world.clipboard}`], kind, (number) => exhibitOf(number, null, name)),
    evidence_describe: (world, { id, caption, kind, source }) => {
      const view = holder(world, (one) => one.evidence.some((exhibit) => exhibit.id === id), id);
      return change(world, view, 'evidence-described', caption ?? kind ?? source ?? '', () => {
        const exhibit = view.evidence.find((one) => one.id === id);
        if (exhibit === undefined) return;
        if (caption !== undefined) exhibit.caption = caption;
        if (kind !== undefined) exhibit.kind = kind;
        if (source !== undefined) exhibit.source = source;
      });
    },
    evidence_order: (world, { case: id, order }) =>
      change(world, find(world, id), 'evidence-ordered', world.words.say('event-evidence-ordered'), (view) => {
        view.evidence.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
      }),
    evidence_remove: (world, { id, why }) => {
      const view = holder(world, (one) => one.evidence.some((exhibit) => exhibit.id === id), id);
      return change(world, view, 'evidence-removed', world.words.say('event-evidence-removed', { why }), () => (view.evidence = view.evidence.filter((one) => one.id !== id)));
    },
    evidence_verify: async (world, { job, on_progress }) => {
      await work(world, job, 'job-verifying', on_progress, pace);
      return { checked: world.cases.reduce((sum, view) => sum + view.evidence.length, 0), missing: [], altered: [], orphan: [] };
    },
    evidence_export: () => true,
    packet_check: (world, { case: id, channel }) => report(world, id, channel),
    packet_build: async (world, { case: id, channel, language, job, on_progress }) => {
      await work(world, job, 'job-building', on_progress, pace);
      const view = find(world, id);
      const done = report(world, id, channel);
      const packet = {
        id: newId(world, 'PACKET'), channel, language, sha256: '5e'.repeat(32), bytes: done.bytes, pages: done.pages,
        file_name: `${view.number} 证据包.pdf`, built_at: new Date().toISOString().replace(/\.\d+Z$/, 'Z'), journal_seq: 1, outdated: false,
      };
      change(world, view, 'packet-built', world.words.say('event-packet-built', { file: packet.file_name, pages: packet.pages, sha256: packet.sha256 }), () => view.packets.unshift(packet));
      return { ...done, id: packet.id, sha256: packet.sha256, file_name: packet.file_name };
    },
    packet_open: () => null,
    packet_reveal: () => null,
    packet_save_as: () => true,
    deadline_list: (world) => ({
      deadlines: world.cases
        .flatMap((view) => view.deadlines.map((deadline) => ({ case: view.id, number: view.number, case_title: view.title, ...deadline })))
        .sort((a, b) => Number(a.done) - Number(b.done) || a.due_at.localeCompare(b.due_at)),
    }),
    deadline_add: (world, { case: id, due, time, title, source }) => {
      if (source.trim() === '') fail('text-empty', { field: 'source' });
      if (!/^\d{4}-\d{2}-\d{2}$/.test(due)) fail('date-unreadable', { value: due });
      return change(world, find(world, id), 'deadline-set', world.words.say('event-deadline-set', { title, date: due, source }), (view) => view.deadlines.push(deadlineOf(newId(world, 'DL'), due, time ?? '', title, source)));
    },
    deadline_done: (world, { id }) => {
      const view = holder(world, (one) => one.deadlines.some((deadline) => deadline.id === id), id);
      return change(world, view, 'deadline-met', world.words.say('event-deadline-met'), () => {
        for (const deadline of view.deadlines) if (deadline.id === id) Object.assign(deadline, { done: true, urgency: 'done' });
      });
    },
    deadline_remove: (world, { id }) => {
      const view = holder(world, (one) => one.deadlines.some((deadline) => deadline.id === id), id);
      return change(world, view, 'deadline-removed', world.words.say('event-deadline-removed'), () => (view.deadlines = view.deadlines.filter((one) => one.id !== id)));
    },
    triage: (world, args) => triageOf(world, args),
    response_codes: ({ codes, words }) => codes.map((one) => codeOf(one, words.language)),
    case_guide: (world, { id }) => structuredClone(guideOf(placeOf(world, find(world, id)))),
    call_sheet: (world, { case: id, role }) => callOf(world, find(world, id), playbookOf(world, find(world, id).playbook), role),
    customer_script: (world, { case: id }) => customerOf(world, find(world, id), playbookOf(world, find(world, id).playbook)),
    contingency_plan: (world) => planOf(world),
    sheet_save: () => true,
    sheet_open: () => null,
    shop_findings: (world) => findingsOf(world),
    task_list: (world) => listOf(world),
    task_proposals: (world, { case: id }) => proposalsFor(world, id),
    task_plan: (world, { case: id, tasks }) => {
      for (const task of tasks) saveTask(world, { ...task, case: id });
      return listOf(world);
    },
    task_save: (world, { task }) => saveTask(world, task),
    task_done: (world, { id, on }) => finishTask(world, id, on),
    task_drop: (world, { id }) => {
      world.tasks = world.tasks.filter((one) => one.id !== id);
      return listOf(world);
    },
    playbook_text: (world, { id }) => ({ id, own: world.own.has(id), text: textOf(playbookOf(world, id)) }),
    playbook_doc: (world, { id }) => docOf(world, id),
    playbook_check: (_, { text }) => ({ faults: faultsOf(text) }),
    playbook_keep: (world, { text }) => keepText(world, text),
    playbook_edit: (world, { id, doc }) => edit(world, id, doc),
    playbook_reset: (world, { id }) => reset(world, id),
    playbook_export: () => true,
    playbook_import: () => ({ faults: [{ line: 12, column: 3, code: 'unknown-key', message: 'unknown key: colour' }], doc: null }),
    merchant_get: ({ merchant }) => structuredClone(merchant),
    merchant_set: (world, { merchant }) => structuredClone((world.merchant = merchant)),
    doctor: async (world, { job, on_progress }) => {
      await work(world, job, 'job-verifying', on_progress, pace);
      return { ok: true, findings: [] };
    },
    job_cancel: (world, { job }) => {
      world.cancelled.add(job);
      return null;
    },
    samples_add: (world) => {
      world.cases = usualCases();
      return { cases: world.cases.map(rowOf), next_cursor: null, total: world.cases.length };
    },
    open_retry: ({ info }) => ({ ...info }),
    ready: () => null,
  };
}
