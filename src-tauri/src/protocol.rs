//! `evidence://localhost/<exhibit>/<page>/<longest side>`: pixels of exhibits, for `<img>`.
//!
//! Answers with PNGs that were encoded anew from decoded pixels. Never a path, never an original, never another type;
//! an address that is not exactly of this form does not exist.

use crate::error::ShellError;
use crate::state::Shell;
use recourse_desk::Coded;
use tauri::UriSchemeResponder;
use tauri::http::{Method, Request, Response, StatusCode, Uri, header};

/// The scheme. Windows turns it into `http://evidence.localhost`.
pub(crate) const SCHEME: &str = "evidence";

/// The sizes that are made, in px of the longer side.
const SIZES: [u32; 3] = [256, 1024, 2048];

/// Which pixels are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Identifier of the exhibit, 26 characters.
    pub(crate) exhibit: String,
    /// Page, from 1.
    pub(crate) page: u32,
    /// Longer side in px.
    pub(crate) longest: u32,
}

/// Reads an address. Each picture has exactly one.
pub(crate) fn read(uri: &Uri) -> Option<Wanted> {
    if uri.host() != Some("localhost") || uri.port().is_some() || uri.query().is_some() {
        return None;
    }
    let mut parts = uri.path().strip_prefix('/')?.split('/');
    let (exhibit, page, longest) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none();
    let longest = number(longest).filter(|px| SIZES.contains(px))?;
    let page = number(page)?;
    (whole && is_identifier(exhibit)).then(|| Wanted { exhibit: exhibit.to_owned(), page, longest })
}

/// Crockford base 32 in capitals, 128 bits.
fn is_identifier(text: &str) -> bool {
    let digit = |b: u8| b.is_ascii_digit() || (b.is_ascii_uppercase() && !matches!(b, b'I' | b'L' | b'O' | b'U'));
    text.len() == 26 && text.starts_with(|c| ('0'..='7').contains(&c)) && text.bytes().all(digit)
}

/// A number of 1 to 5 digits without a sign or leading zeros, at least 1.
fn number(text: &str) -> Option<u32> {
    let plain = (1..=5).contains(&text.len()) && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// Answers a request in the background.
pub(crate) fn answer(shell: &Shell, request: &Request<Vec<u8>>, responder: UriSchemeResponder) {
    let wanted = match check(request) {
        Ok(wanted) => wanted,
        Err(status) => return responder.respond(refusal(status)),
    };
    let shell = shell.clone();
    tauri::async_runtime::spawn(async move {
        responder.respond(match shell.picture(wanted).await {
            Ok(png) => picture(png),
            Err(error) => refusal(status_of(&error)),
        });
    });
}

fn check<B>(request: &Request<B>) -> Result<Wanted, StatusCode> {
    let wanted = read(request.uri()).ok_or(StatusCode::NOT_FOUND)?;
    if request.method() == Method::GET { Ok(wanted) } else { Err(StatusCode::METHOD_NOT_ALLOWED) }
}

/// What exists but cannot be shown is 415; what does not exist is 404.
pub(crate) fn status_of(error: &ShellError) -> StatusCode {
    match error.code() {
        "evidence-unknown" | "case-unknown" | "not-in-case" | "evidence-page-unknown" => StatusCode::NOT_FOUND,
        _ if matches!(error, ShellError::Desk(_)) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// Pixels never change under an address, because originals never change.
fn picture(png: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(png);
    let headers = response.headers_mut();
    let set = [
        (header::CONTENT_TYPE, "image/png"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "private, max-age=31536000, immutable"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'"),
    ];
    for (name, value) in set {
        headers.insert(name, header::HeaderValue::from_static(value));
    }
    response
}

fn refusal(status: StatusCode) -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, header::HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const EXHIBIT: &str = "01JB0Z3V6M8K4N2P5Q7R9S1T3W";

    fn asked(path: &str) -> Option<Wanted> {
        read(&format!("evidence://localhost{path}").parse().ok()?)
    }

    #[test]
    fn the_one_form_is_read() {
        let wanted = asked(&format!("/{EXHIBIT}/12/1024"));
        assert_eq!(wanted, Some(Wanted { exhibit: EXHIBIT.to_owned(), page: 12, longest: 1024 }));
    }

    #[test]
    fn nothing_else_exists() {
        let lower = EXHIBIT.to_lowercase();
        for path in [
            "".to_owned(),
            "/".to_owned(),
            format!("/{EXHIBIT}"),
            format!("/{EXHIBIT}/1"),
            format!("/{EXHIBIT}/1/512"),
            format!("/{EXHIBIT}/1/0256"),
            format!("/{EXHIBIT}/0/256"),
            format!("/{EXHIBIT}/01/256"),
            format!("/{EXHIBIT}/+1/256"),
            format!("/{EXHIBIT}/-1/256"),
            format!("/{EXHIBIT}/100000/256"),
            format!("/{EXHIBIT}/1/256/"),
            format!("/{EXHIBIT}/1/256?x=1"),
            format!("//{EXHIBIT}/1/256"),
            format!("/{lower}/1/256"),
            format!("/{}/1/256", &EXHIBIT[1..]),
            format!("/8{}/1/256", &EXHIBIT[1..]),
            format!("/{EXHIBIT}/1%2F256/256"),
            format!("/{EXHIBIT}/../{EXHIBIT}/1/256"),
            "/%2e%2e/%2e%2e/etc/passwd".to_owned(),
        ] {
            assert_eq!(asked(&path), None, "{path}");
        }
        let elsewhere =
            [format!("evidence://other/{EXHIBIT}/1/256"), format!("evidence://localhost:1/{EXHIBIT}/1/256")];
        for uri in elsewhere {
            assert_eq!(read(&uri.parse().unwrap()), None, "{uri}");
        }
    }

    #[test]
    fn only_asking_is_allowed() {
        let request = |method: Method| {
            let uri = format!("evidence://localhost/{EXHIBIT}/1/256");
            Request::builder().method(method).uri(uri).body(()).unwrap()
        };
        assert!(check(&request(Method::GET)).is_ok());
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS, Method::HEAD] {
            assert_eq!(check(&request(method)), Err(StatusCode::METHOD_NOT_ALLOWED));
        }
    }

    #[test]
    fn pixels_are_private_sealed_and_never_sniffed() {
        let response = picture(vec![1]);
        let header = |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap());
        assert_eq!(header("content-type"), Some("image/png"));
        assert_eq!(header("x-content-type-options"), Some("nosniff"));
        assert_eq!(header("cache-control"), Some("private, max-age=31536000, immutable"));
        assert_eq!(header("access-control-allow-origin"), None);
        let refused = refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        assert!(refused.body().is_empty());
        assert_eq!(refused.status(), 415);
        assert!(refused.headers().get("access-control-allow-origin").is_none());
    }

    proptest! {
        /// Whatever is read writes back to the address it was read from: there is no second spelling of a picture.
        #[test]
        fn an_address_is_read_only_if_it_is_the_one(path in "[/0-9A-Za-z.%+-]{0,48}") {
            if let Some(wanted) = asked(&path) {
                prop_assert_eq!(format!("/{}/{}/{}", wanted.exhibit, wanted.page, wanted.longest), path);
            }
        }

        #[test]
        fn every_picture_has_an_address(
            exhibit in "[0-7][0-9A-HJKMNP-TV-Z]{25}",
            page in 1_u32..=99_999,
            size in prop::sample::select(SIZES.to_vec()),
        ) {
            let wanted = asked(&format!("/{exhibit}/{page}/{size}"));
            prop_assert_eq!(wanted, Some(Wanted { exhibit, page, longest: size }));
        }

        #[test]
        fn nothing_makes_reading_fail(uri in "\\PC{0,80}") {
            if let Ok(uri) = uri.parse::<Uri>() {
                let _ = read(&uri);
            }
        }
    }
}
