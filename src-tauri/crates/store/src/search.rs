//! Finding cases by words. Three characters and more go to the trigram index; one or two, which it cannot answer, are
//! looked for in the text itself.

use crate::error::Fault;
use crate::list::{CaseRow, Place, rows_of};
use crate::project::fold::fold;
use recourse_domain::Stage;
use rusqlite::Connection;

/// Most words of a query that count.
const WORDS: usize = 8;
/// Shortest word the trigram index answers, in characters.
const INDEXED: usize = 3;
/// Up to so many hits the cases are looked up one by one; beyond, the list is gone through in its order.
const FEW: usize = 2_000;

/// The words of a query, folded; none when the query is blank.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> =
        fold(text).split(' ').filter(|w| !w.is_empty()).take(WORDS).map(str::to_owned).collect();
    words.dedup();
    words
}

/// The first `limit` cases after a place in which every word is found, and how many there are altogether.
pub(crate) fn find(
    conn: &Connection,
    words: &[String],
    stages: &[Stage],
    after: Option<&Place>,
    limit: usize,
) -> Result<(Vec<(Place, CaseRow)>, u64), Fault> {
    let mut hits: Option<Vec<i64>> = None;
    // Long words are rare words: they go first, and an empty answer ends the search.
    let mut by_length: Vec<&String> = words.iter().collect();
    by_length.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    for word in by_length {
        let of_word = cases_with(conn, word)?;
        let so_far = match hits {
            None => of_word,
            Some(mut so_far) => {
                so_far.retain(|seq| of_word.binary_search(seq).is_ok());
                so_far
            }
        };
        if so_far.is_empty() {
            return Ok((Vec::new(), 0));
        }
        hits = Some(so_far);
    }
    let hits = hits.unwrap_or_default();
    let mut page = Page { stages, after, limit, total: 0, chosen: Vec::new() };
    if hits.len() <= FEW {
        let mut statement = conn.prepare_cached("SELECT seq, stage, changed_us, id FROM cases WHERE seq = ?1")?;
        let mut places = Vec::with_capacity(hits.len());
        for seq in hits {
            let place = statement.query_row([seq], |row| {
                Ok((seq, row.get::<_, String>(1)?, row.get::<_, i64>(2)?, row.get::<_, String>(3)?))
            })?;
            places.push(place);
        }
        places.sort_unstable_by(|a, b| (b.2, &b.3).cmp(&(a.2, &a.3)));
        for (seq, stage, changed_us, id) in &places {
            page.offer(*seq, stage, *changed_us, id);
        }
    } else {
        let sql = "SELECT seq, stage, changed_us, id FROM cases ORDER BY changed_us DESC, id DESC";
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let seq = row.get(0)?;
            if hits.binary_search(&seq).is_ok() {
                let (stage, id) = (row.get_ref(1)?.as_str(), row.get_ref(3)?.as_str());
                page.offer(seq, stage.map_err(rusqlite::Error::from)?, row.get(2)?, id.map_err(rusqlite::Error::from)?);
            }
        }
    }
    Ok((rows_of(conn, page.chosen.into_iter())?, page.total))
}

/// Takes hits in list order: counts all of them, keeps those of the page.
struct Page<'q> {
    stages: &'q [Stage],
    after: Option<&'q Place>,
    limit: usize,
    total: u64,
    chosen: Vec<i64>,
}

impl Page<'_> {
    fn offer(&mut self, seq: i64, stage: &str, changed_us: i64, id: &str) {
        if !self.stages.is_empty() && !self.stages.iter().any(|asked| asked.as_str() == stage) {
            return;
        }
        self.total += 1;
        let comes_after = self.after.is_none_or(|place| (changed_us, id) < (place.changed_us, place.id.as_str()));
        if comes_after && self.chosen.len() < self.limit {
            self.chosen.push(seq);
        }
    }
}

/// The cases in which a folded word is found, in the order of their opening.
fn cases_with(conn: &Connection, word: &str) -> Result<Vec<i64>, Fault> {
    let indexed = word.chars().count() >= INDEXED;
    let sql = if indexed {
        "SELECT t.case_seq FROM search s JOIN search_text t ON t.seq = s.rowid WHERE search MATCH ?1"
    } else {
        "SELECT case_seq FROM search_text WHERE instr(body, ?1) > 0"
    };
    // In quotes a word is a phrase of the index's query language and nothing in it has a meaning of its own.
    let asked = if indexed { format!("\"{}\"", word.replace('"', "\"\"")) } else { word.to_owned() };
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map([asked], |row| row.get(0))?;
    let mut seqs = found.collect::<rusqlite::Result<Vec<i64>>>()?;
    seqs.sort_unstable();
    seqs.dedup();
    Ok(seqs)
}
