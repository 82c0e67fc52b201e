//! Writes the window's TypeScript types: `export-types DIR`.

use recourse_desk::dto;
use std::path::PathBuf;
use ts_rs::{Config, TS};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dir = std::env::args_os().nth(1).map(PathBuf::from).ok_or("which folder?")?;
    let config = Config::default().with_out_dir(&dir);
    macro_rules! export {
        ($($name:ident),* $(,)?) => { $( dto::$name::export_all(&config)?; )* };
    }
    export!(
        AppInfo,
        Catalog,
        ErrorDto,
        JobProgress,
        MerchantDto,
        CaseList,
        CaseView,
        DeadlineList,
        HistoryDto,
        NextSteps,
        PartyDto,
        TransactionInput,
        AddReport,
        VerifyReport,
        PacketReport,
        FeeReport,
        DoctorReport,
        GuideDto,
        TriageReport,
        SheetDto,
        TaskDto,
        TaskInput,
        PlaybookText,
        PlaybookCheck,
        PlaybookImport,
        ClockInput,
        ClockResult,
        DirectoryDto,
        NumberCheck,
    );
    Ok(())
}
