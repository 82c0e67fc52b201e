//! A PDF whose pages are pictures and hold nothing else: no text, no metadata, no links.

use super::jpeg;
use crate::door::Raster;
use crate::error::EvidenceError;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};
use std::io::Write;

/// Dots an inch at which documents are drawn at full size.
const DPI: f64 = 200.0;
/// A page that takes more bytes than this without loss is packed as a JPEG if that is smaller.
const LARGE: usize = 1_000_000;
/// Catalogue and list of pages come first.
const FIRST_PAGE: usize = 3;
/// Objects of one page: itself, its drawing, its picture.
const OF_A_PAGE: usize = 3;

/// Pages put together one after the other.
pub(super) struct PixelPdf {
    bytes: Vec<u8>,
    /// Where each object begins; the first two are written last.
    places: Vec<usize>,
}

impl Default for PixelPdf {
    fn default() -> Self {
        Self { bytes: b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n".to_vec(), places: vec![0; FIRST_PAGE - 1] }
    }
}

impl PixelPdf {
    /// Adds a page that is as large as the picture at 200 dots an inch.
    pub(super) fn add(&mut self, raster: &Raster) -> Result<(), EvidenceError> {
        let number = self.places.len() + 1;
        let points = |px: u32| format!("{:.2}", f64::from(px) * 72.0 / DPI);
        let (width, height) = (points(raster.width()), points(raster.height()));
        self.object(&format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Resources<</XObject<</P {} 0 R>>>>/Contents {} 0 R>>",
            number + 2,
            number + 1,
        ));
        let drawing = format!("q {width} 0 0 {height} 0 0 cm /P Do Q");
        self.stream("", drawing.as_bytes());
        let colours = if raster.channels() == 1 { "Gray" } else { "RGB" };
        let (packed, filter) = packed(raster)?;
        let about = format!(
            "/Type/XObject/Subtype/Image/Width {}/Height {}/ColorSpace/Device{colours}/BitsPerComponent 8{filter}",
            raster.width(),
            raster.height(),
        );
        self.stream(&about, &packed);
        Ok(())
    }

    /// The whole file.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let pages: Vec<String> =
            (FIRST_PAGE..=self.places.len()).step_by(OF_A_PAGE).map(|number| format!("{number} 0 R")).collect();
        self.object_at(1, "<</Type/Catalog/Pages 2 0 R>>");
        self.object_at(2, &format!("<</Type/Pages/Count {}/Kids[{}]>>", pages.len(), pages.join(" ")));
        let id = hex::encode(&Sha256::digest(&self.bytes)[..16]);
        let start = self.bytes.len();
        let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", self.places.len() + 1);
        for place in &self.places {
            end.push_str(&format!("{place:010} 00000 n \n"));
        }
        let size = self.places.len() + 1;
        end.push_str(&format!("trailer\n<</Size {size}/Root 1 0 R/ID[<{id}><{id}>]>>\nstartxref\n{start}\n%%EOF\n"));
        self.bytes.extend_from_slice(end.as_bytes());
        self.bytes
    }

    fn object(&mut self, body: &str) {
        self.places.push(0);
        self.object_at(self.places.len(), body);
    }

    fn object_at(&mut self, number: usize, body: &str) {
        self.places[number - 1] = self.bytes.len();
        self.bytes.extend_from_slice(format!("{number} 0 obj\n{body}\nendobj\n").as_bytes());
    }

    fn stream(&mut self, about: &str, content: &[u8]) {
        self.places.push(self.bytes.len());
        let number = self.places.len();
        let head = format!("{number} 0 obj\n<<{about}/Length {}>>\nstream\n", content.len());
        self.bytes.extend_from_slice(head.as_bytes());
        self.bytes.extend_from_slice(content);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }
}

/// The picture's bytes and how they are packed.
fn packed(raster: &Raster) -> Result<(Vec<u8>, String), EvidenceError> {
    let row = raster.width() as usize * usize::from(raster.channels());
    let failed = |e: std::io::Error| EvidenceError::damaged("PDF", e.to_string());
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    let mut above = vec![0; row];
    let mut line = vec![0; row + 1];
    // Each row as its difference to the one above: blank and ruled parts of a page pack to nothing.
    line[0] = 2;
    for samples in raster.samples().chunks_exact(row) {
        for (place, (sample, over)) in line[1..].iter_mut().zip(samples.iter().zip(&above)) {
            *place = sample.wrapping_sub(*over);
        }
        encoder.write_all(&line).map_err(failed)?;
        above.copy_from_slice(samples);
    }
    let lossless = encoder.finish().map_err(failed)?;
    if lossless.len() > LARGE {
        let small = jpeg(raster)?;
        if small.len() < lossless.len() {
            return Ok((small, "/Filter/DCTDecode".to_owned()));
        }
    }
    let (colors, columns) = (raster.channels(), raster.width());
    let how = format!(
        "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {colors}/BitsPerComponent 8/Columns {columns}>>"
    );
    Ok((lossless, how))
}
