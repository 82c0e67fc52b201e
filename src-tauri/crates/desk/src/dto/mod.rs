//! The documents that cross the border: the JSON of the command line and the types of the window are the same.
//!
//! Names are a contract: fields may be added, none renamed. Amounts are decimal strings beside a currency, instants
//! RFC 3339, dates `YYYY-MM-DD`. No logic beyond turning domain values into documents may enter.

mod app;
mod case;
mod evidence;
mod packet;
mod report;

pub use app::{
    AppInfo, Catalog, CatalogPlaybook, ChannelInfo, ErrorDto, EvidenceAskedInfo, JobProgress, MerchantDto, RateDto,
    TerminalDto,
};
pub use case::{
    CaseList, CaseRowDto, CaseView, DeadlineDto, DeadlineList, DeadlineRowDto, HistoryDto, HistoryEntry, MissingDto,
    NextSteps, PartyDto, ReadinessDto, StepDto, TransactionDto, TransactionInput,
};
pub use evidence::{AddReport, Added, EvidenceDto, Refused, VerifyReport, WarningDto};
pub use packet::{FindingDto, PacketDto, PacketReport};
pub use report::{DoctorFinding, DoctorReport, FeeFlagDto, FeeReport};
