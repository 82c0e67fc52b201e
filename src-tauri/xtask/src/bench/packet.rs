//! How long a packet of 200 photos and 30 pages of text takes, beside img2pdf on the same photos, and how much memory.
//!
//! Both sides time the same thing, each in a fresh process: reading the photos, writing one PDF, and having it on the
//! disk. Starting an interpreter, making photos and compiling do not count; what img2pdf takes with its start is told
//! beside. Ours also checks the SHA-256 of every photo and computes that of the packet.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::table;
use crate::checkout;
use crate::command::Call;
use crate::trouble::Trouble;

/// Rounds of which the median is told. Sides take turns, so that a busy minute hits both.
const ROUNDS: usize = 5;
/// Photos of the packet, and of the smaller one that shows whether memory grows with their number.
const PHOTOS: [usize; 2] = [200, 50];
/// The rival, at the version that the figure is about.
const RIVAL: &str = "img2pdf==0.6.3";
/// The rival's work, timed from within as ours is. Prints pages, bytes, seconds, CPU seconds, peak memory in MB.
const RIVAL_SCRIPT: &str = "\
import img2pdf, os, resource, sys, time
folder, count, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
photos = [os.path.join(folder, f'{n}.jpg') for n in range(count)]
start, cpu = time.monotonic(), time.process_time()
with open(out, 'wb') as f:
    img2pdf.convert(photos, outputstream=f)
    f.flush()
    os.fsync(f.fileno())
wall, cpu = time.monotonic() - start, time.process_time() - cpu
print(count, os.path.getsize(out), round(wall, 3), round(cpu, 2), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000)
";

/// One measurement.
#[derive(Debug, Clone, Copy)]
struct Run {
    pages: f64,
    bytes: f64,
    wall: f64,
    cpu: f64,
    memory: f64,
}

impl Run {
    fn parse(printed: &str) -> Option<Self> {
        let numbers: Vec<f64> = printed.split_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
        let [pages, bytes, wall, cpu, memory] = numbers[..] else { return None };
        Some(Self { pages, bytes, wall, cpu, memory })
    }

    /// The median of each column by itself.
    fn median(runs: &[Self]) -> Self {
        let median = |column: fn(&Self) -> f64| middle(runs.iter().map(column).collect()).unwrap_or(f64::NAN);
        Self {
            pages: median(|r| r.pages),
            bytes: median(|r| r.bytes),
            wall: median(|r| r.wall),
            cpu: median(|r| r.cpu),
            memory: median(|r| r.memory),
        }
    }

    fn cells(self, name: &str, beside: Option<Self>) -> Vec<String> {
        let ratio = |ours: f64, theirs: f64| format!("{:.2}", ours / theirs);
        let (wall_ratio, cpu_ratio) = beside
            .map_or((String::new(), String::new()), |rival| (ratio(self.wall, rival.wall), ratio(self.cpu, rival.cpu)));
        vec![
            name.to_owned(),
            format!("{:.0}", self.pages),
            format!("{:.1}", self.bytes / 1e6),
            format!("{:.2}", self.wall),
            format!("{:.2}", self.cpu),
            format!("{:.0}", self.memory),
            wall_ratio,
            cpu_ratio,
        ]
    }
}

/// Builds, makes the photos once, measures in turns, and prints the table.
pub(super) fn measure() -> Result<(), Trouble> {
    if !cfg!(target_os = "linux") {
        return Err(Trouble::new("CPU time and memory are read from /proc.", "Measure this figure on Linux."));
    }
    let ours = program()?;
    let folder = checkout::target().join("bench");
    let photos = folder.join("photos");
    std::fs::create_dir_all(&photos).map_err(|error| Trouble::file(&photos, &error))?;
    println!("Photos: {} (made once, about 0.7 GB)", photos.display());
    Call::new(&ours).arg("photos").arg(&photos).arg(PHOTOS[0].to_string()).run()?;
    let rival = rival(&folder);

    let mut runs: [Vec<Run>; 4] = Default::default();
    let mut with_start: [Vec<f64>; 2] = Default::default();
    for round in 1..=ROUNDS {
        println!("round {round} of {ROUNDS}");
        for (at, count) in PHOTOS.into_iter().enumerate() {
            runs[at].push(one(&Call::new(&ours).arg("measure").arg(&photos).arg(count.to_string()))?);
            if let Some(python) = &rival {
                let out = folder.join("rival.pdf");
                let call = Call::new(python).args(["-c", RIVAL_SCRIPT]).arg(&photos).arg(count.to_string()).arg(&out);
                let begun = Instant::now();
                runs[2 + at].push(one(&call)?);
                with_start[at].push(begun.elapsed().as_secs_f64());
                std::fs::remove_file(&out).map_err(|error| Trouble::file(&out, &error))?;
            }
        }
    }
    let median = runs.map(|runs| (!runs.is_empty()).then(|| Run::median(&runs)));
    let [our_many, our_few, their_many, their_few] = median;
    let rows = [
        (our_many, "packet, 200 photos + text", their_many),
        (their_many, "img2pdf, 200 photos", None),
        (our_few, "packet, 50 photos + text", their_few),
        (their_few, "img2pdf, 50 photos", None),
    ];
    let rows: Vec<Vec<String>> =
        rows.into_iter().filter_map(|(run, name, beside)| Some(run?.cells(name, beside))).collect();
    table::print(&["", "pages", "MB", "wall s", "CPU s", "peak MB", "wall ×", "CPU ×"], &rows);
    for (count, (seconds, ours)) in PHOTOS.iter().zip(with_start.into_iter().zip([our_many, our_few])) {
        if let (Some(seconds), Some(ours)) = (middle(seconds), ours) {
            let ratio = ours.wall / seconds;
            println!(
                "With the start of its interpreter, img2pdf takes {seconds:.2} s for {count} photos: wall × {ratio:.2}."
            );
        }
    }
    println!(
        "Median of {ROUNDS}. × is our time divided by the rival's. Written files are on the disk (fsync) on both sides."
    );
    Ok(())
}

fn middle(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

fn one(call: &Call) -> Result<Run, Trouble> {
    call.read().as_deref().and_then(Run::parse).ok_or_else(|| {
        Trouble::new(format!("`{call}` failed or printed no figures."), "Run it by hand to see what it says.")
    })
}

/// The release build of the packet's own measuring program.
fn program() -> Result<PathBuf, Trouble> {
    let build = || Call::cargo().args(["bench", "-p", "recourse-packet", "--bench", "big_packet", "--no-run"]);
    build().run()?;
    let messages = build().args(["--message-format", "json"]).read().unwrap_or_default();
    executable(&messages, "big_packet").ok_or_else(|| {
        Trouble::new("Cargo did not say where it put big_packet.", "Try: cargo bench -p recourse-packet --no-run")
    })
}

/// The path of an executable among Cargo's messages, one JSON document a line.
fn executable(messages: &str, name: &str) -> Option<PathBuf> {
    let wanted = format!("\"name\":\"{name}\"");
    let line = messages.lines().rfind(|line| line.contains(&wanted) && line.contains("\"executable\":\""))?;
    let (_, path) = line.split_once("\"executable\":\"")?;
    let (path, _) = path.split_once('"')?;
    Some(PathBuf::from(path.replace("\\\\", "\\")))
}

/// A Python that has the rival; without one the table shows our side alone.
fn rival(folder: &Path) -> Option<PathBuf> {
    let has_it = |python: &Path| Call::new(python).args(["-c", "import img2pdf"]).succeeds();
    let in_path = PathBuf::from("python3");
    if has_it(&in_path) {
        return Some(in_path);
    }
    let venv = folder.join("venv");
    let python = venv.join("bin/python");
    if !has_it(&python) {
        let made = Call::new("python3").args(["-m", "venv"]).arg(&venv).run();
        let installed = made.and_then(|()| Call::new(&python).args(["-m", "pip", "install", "--quiet", RIVAL]).run());
        if installed.is_err() || !has_it(&python) {
            println!(
                "img2pdf is not here, and PyPI could not be reached: the rival's rows stay out.\n\
                 With a network, or with `pip install {RIVAL}` done by hand, this figure is whole."
            );
            return None;
        }
    }
    Some(python)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_measurement_prints() {
        let run = Run::parse("234 698600000 1.712 1.10 45\n").map(|run| run.cells("x", None).join("|"));
        assert_eq!(run.as_deref(), Some("x|234|698.6|1.71|1.10|45||"));
        assert!(Run::parse("234 5").is_none() && Run::parse("a b c d e").is_none());
    }

    #[test]
    fn the_median_is_of_each_column() {
        let runs: Vec<Run> =
            ["1 1 3 1 9", "1 1 1 2 7", "1 1 2 3 8"].iter().filter_map(|printed| Run::parse(printed)).collect();
        assert_eq!(Run::median(&runs).cells("x", None)[3..6].join("|"), "2.00|2.00|8");
    }

    #[test]
    fn finds_the_program_among_cargos_messages() {
        let messages = "{\"target\":{\"name\":\"other\"},\"executable\":\"/t/other\"}\n\
                        {\"target\":{\"name\":\"big_packet\"},\"executable\":null}\n\
                        {\"target\":{\"name\":\"big_packet\"},\"executable\":\"/t/big_packet-1\"}\n";
        assert_eq!(executable(messages, "big_packet"), Some(PathBuf::from("/t/big_packet-1")));
        assert_eq!(executable(messages, "none"), None);
    }
}
