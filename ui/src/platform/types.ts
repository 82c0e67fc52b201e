/**
 * The one interface between the page and whatever it runs in. The shell implements it with Tauri, tests and the plain
 * browser with an in-memory world. Nothing here knows either of them.
 */
import type { AddReport } from '../api/generated/AddReport';
import type { AppInfo } from '../api/generated/AppInfo';
import type { CaseList } from '../api/generated/CaseList';
import type { CaseView } from '../api/generated/CaseView';
import type { Catalog } from '../api/generated/Catalog';
import type { DeadlineList } from '../api/generated/DeadlineList';
import type { DoctorReport } from '../api/generated/DoctorReport';
import type { FindingDto } from '../api/generated/FindingDto';
import type { GuideDto } from '../api/generated/GuideDto';
import type { HistoryDto } from '../api/generated/HistoryDto';
import type { JobProgress } from '../api/generated/JobProgress';
import type { MerchantDto } from '../api/generated/MerchantDto';
import type { PacketReport } from '../api/generated/PacketReport';
import type { PartyDto } from '../api/generated/PartyDto';
import type { PlaybookCheck } from '../api/generated/PlaybookCheck';
import type { PlaybookDoc } from '../api/generated/PlaybookDoc';
import type { PlaybookImport } from '../api/generated/PlaybookImport';
import type { PlaybookText } from '../api/generated/PlaybookText';
import type { ResponseCodeDto } from '../api/generated/ResponseCodeDto';
import type { SheetDto } from '../api/generated/SheetDto';
import type { TaskDto } from '../api/generated/TaskDto';
import type { TaskInput } from '../api/generated/TaskInput';
import type { TransactionInput } from '../api/generated/TransactionInput';
import type { TriageReport } from '../api/generated/TriageReport';
import type { VerifyReport } from '../api/generated/VerifyReport';

type None = Record<string, never>;
type OnCase = { id: string };
type Watched = { job: string; on_progress: (progress: JobProgress) => void };
type Values = Record<string, string>;
type SheetArgs = { sheet: 'call' | 'customer' | 'contingency'; case: string; role: string };

/** Files that the owner chose or dropped; the names are for people, the token stands for the files themselves. */
export type PickedFiles = { token: string; names: string[] };

/** Every command, its one argument object and what it answers. */
export type Commands = {
  app_info: [None, AppInfo];
  catalog: [None, Catalog];
  set_preferences: [{ language?: 'zh-CN' | 'en' | 'system'; theme?: 'light' | 'dark' | 'system' }, AppInfo];
  case_list: [{ stages: string[]; text: string; limit: number; cursor?: string }, CaseList];
  case_new: [
    { playbook: string; title: string; details: Values; transaction?: TransactionInput; counterparty?: string },
    CaseView,
  ];
  case_show: [OnCase, CaseView];
  case_set: [OnCase & { title?: string; playbook?: string; details: Values }, CaseView];
  case_answer: [OnCase & { answers: Values }, CaseView];
  case_do: [OnCase & { step: string; note: string }, CaseView];
  case_skip: [OnCase & { step: string; reason: string }, CaseView];
  case_advance: [OnCase & { stage: string }, CaseView];
  case_close: [OnCase & { outcome: string; recovered: string; currency: string }, CaseView];
  case_reopen: [OnCase & { why: string }, CaseView];
  case_note: [OnCase & { text: string }, CaseView];
  case_history: [OnCase, HistoryDto];
  transaction_save: [{ case: string; transaction: TransactionInput }, CaseView];
  transaction_remove: [{ case: string; id: string }, CaseView];
  party_save: [{ case: string; party: PartyDto }, CaseView];
  party_remove: [{ case: string; id: string }, CaseView];
  evidence_choose: [None, PickedFiles | null];
  evidence_add_picked: [{ case: string; token: string; kind?: string; caption?: string } & Watched, AddReport];
  /** Crosses as a raw body; names and kind go beside it. */
  evidence_add_bytes: [{ case: string; name: string; kind: string; bytes: Uint8Array }, AddReport];
  /** What lies on the clipboard, where the engine hands the page neither pictures nor files; null when there is nothing of use. */
  evidence_paste: [{ case: string; name: string; kind?: string }, AddReport | null];
  evidence_describe: [OnCase & { caption?: string; kind?: string; source?: string }, CaseView];
  evidence_order: [{ case: string; order: string[] }, CaseView];
  evidence_remove: [OnCase & { why: string }, CaseView];
  evidence_verify: [{ case?: string } & Watched, VerifyReport];
  evidence_export: [OnCase, boolean];
  packet_check: [{ case: string; channel: string; language: string }, PacketReport];
  packet_build: [{ case: string; channel: string; language: string } & Watched, PacketReport];
  packet_open: [OnCase, null];
  packet_reveal: [OnCase, null];
  packet_save_as: [OnCase, boolean];
  deadline_list: [None, DeadlineList];
  deadline_add: [{ case: string; due: string; time?: string; title: string; source: string }, CaseView];
  deadline_done: [OnCase & { proof?: string }, CaseView];
  deadline_remove: [OnCase, CaseView];
  triage: [{ about: '' | 'fee' | 'principal' | 'service'; symptoms: string[]; screen: string; code: string }, TriageReport];
  response_codes: [None, ResponseCodeDto[]];
  case_guide: [OnCase, GuideDto];
  call_sheet: [{ case: string; role: string }, SheetDto];
  customer_script: [{ case: string }, SheetDto];
  contingency_plan: [None, SheetDto];
  /** The same sheet as a PDF: to a place the owner chooses, or into the system's viewer. */
  sheet_save: [SheetArgs, boolean];
  sheet_open: [SheetArgs, null];
  shop_findings: [None, FindingDto[]];
  task_list: [None, TaskDto[]];
  task_proposals: [{ case: string }, TaskDto[]];
  task_plan: [{ case: string; tasks: TaskInput[] }, TaskDto[]];
  task_save: [{ task: TaskInput }, TaskDto[]];
  task_done: [OnCase & { on: string; note: string }, TaskDto[]];
  task_drop: [OnCase & { why: string }, TaskDto[]];
  playbook_text: [OnCase, PlaybookText];
  playbook_doc: [OnCase, PlaybookDoc];
  playbook_check: [{ text: string }, PlaybookCheck];
  playbook_keep: [{ text: string }, PlaybookDoc];
  playbook_edit: [OnCase & { doc: PlaybookDoc }, PlaybookDoc];
  playbook_reset: [OnCase, PlaybookDoc];
  playbook_export: [OnCase, boolean];
  playbook_import: [None, PlaybookImport];
  merchant_get: [None, MerchantDto];
  merchant_set: [{ merchant: MerchantDto }, MerchantDto];
  doctor: [Watched, DoctorReport];
  job_cancel: [{ job: string }, null];
  samples_add: [None, CaseList];
  /** Tries to open the data folder again after every command was refused because it could not be opened. */
  open_retry: [None, AppInfo];
  ready: [None, null];
};

export type CommandName = keyof Commands;
export type Args<C extends CommandName> = Commands[C][0];
export type Answer<C extends CommandName> = Commands[C][1];

/** Commands that answer with the whole case as it stands afterwards. */
export type CaseCommand = { [C in CommandName]: Answer<C> extends CaseView ? C : never }[CommandName];

/** What the shell tells the page by itself. Positions are CSS px. */
export type PlatformEvents = {
  'files-dropped': PickedFiles & { x: number; y: number; /** More was dropped than is taken at once. */ left_out?: boolean };
  'files-over': { x: number; y: number };
  'files-left': None;
  'case-changed': { id: string };
};
export type PlatformEvent = keyof PlatformEvents;

/** Longest side of a picture, as the shell offers it. */
export type PictureSize = 256 | 1024 | 2048;

export interface Platform {
  /** Runs one command. Rejects with an `ErrorDto`, also for faults of the bridge itself. */
  call<C extends CommandName>(command: C, args: Args<C>): Promise<Answer<C>>;
  /** Listens until the returned function is called. */
  on<E extends PlatformEvent>(event: E, listener: (payload: PlatformEvents[E]) => void): () => void;
  /** Address of the pixels of one page of an exhibit; pages count from 1. */
  pictureUrl(evidence: string, page: number, longest: PictureSize): string;
}
