//! The documents that cross the border: the JSON of the command line and the types of the window are the same.
//!
//! Names are a contract: fields may be added, none renamed. Amounts are decimal strings beside a currency, instants
//! RFC 3339, dates `YYYY-MM-DD`. No logic beyond turning domain values into documents may enter.

mod app;
mod case;
mod clock;
mod directory;
mod evidence;
mod guide;
mod packet;
mod playbook;
mod report;
mod sheet;
mod shop;
mod tasks;
mod triage;

pub use app::{AppInfo, Catalog, CatalogPlaybook, ChannelInfo, ErrorDto, EvidenceAskedInfo, JobProgress, KindDto};
pub use case::{
    CaseList, CaseRowDto, CaseView, DeadlineDto, DeadlineList, DeadlineRowDto, HistoryDto, HistoryEntry, MissingDto,
    NextSteps, PartyDto, ReadinessDto, StepDto, TransactionDto, TransactionInput,
};
pub use clock::{AssumptionDto, ClockInput, ClockResult, DeadlineRuleDto};
pub use directory::{DirectoryDto, DirectoryEntryDto, DirectoryLineDto, NumberCheck};
pub use evidence::{AddReport, Added, EvidenceDto, Refused, VerifyReport, WarningDto};
pub use guide::{
    AskedDto, BlockerDto, ChoiceDto, ComplianceDto, DemandDto, DetailDto, FactDto, GuideDto, GuideStepDto, NeedDto,
    OutcomeDto, PhaseDto, PreventionDto, QuestionDto, RungDto,
};
pub use packet::{FindingDto, PacketDto, PacketReport};
pub use playbook::{
    EvidenceDoc, PlaybookCheck, PlaybookDoc, PlaybookFault, PlaybookImport, PlaybookText, PreventionDoc, StepDoc,
};
pub use report::{DoctorFinding, DoctorReport, FeeFlagDto, FeeReport};
pub use sheet::{SheetBlockDto, SheetDto, SheetLineDto};
pub use shop::{ContractFeeDto, MerchantDto, PersonDto, RateDto, TerminalDto};
pub use tasks::{TaskDto, TaskInput};
pub use triage::{ResponseCodeDto, SuggestionDto, SymptomDto, TriageReport};
