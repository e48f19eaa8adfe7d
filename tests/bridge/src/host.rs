//! The bridge's side that a browser sees.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use app::{Failure, Rule};
use serde::Serialize;
use serde_json::{Value, json};
use tiny_http::{Method, Request, Server, StatusCode};

use crate::core::Core;
use crate::page::Page;

/// The most that a request may hold.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// How long a page waits for changes before it asks again.
const LONGEST_WAIT: Duration = Duration::from_secs(25);

/// Listens on this machine alone.
pub struct Host {
    server: Server,
    desk: Arc<Desk>,
}

/// What each request needs.
struct Desk {
    core: Core,
    page: Page,
    token: String,
}

/// What a request gets.
struct Answer {
    status: u16,
    kind: &'static str,
    bytes: Vec<u8>,
}

impl Host {
    /// Takes a port; 0: any that is free.
    pub fn listen(core: Core, port: u16, token: String) -> Result<Self, Box<dyn std::error::Error>> {
        let server = Server::http((Ipv4Addr::LOCALHOST, port)).map_err(|error| format!("port {port}: {error}"))?;
        Ok(Self { server, desk: Arc::new(Desk { core, page: Page::new(), token }) })
    }

    /// Where the page is.
    pub fn address(&self) -> String {
        let port = self.server.server_addr().to_ip().map_or(0, |address: SocketAddr| address.port());
        format!("http://127.0.0.1:{port}/?token={}", self.desk.token)
    }

    /// Serves until the process ends. Every request has a thread of its own, so that none waits for another.
    pub fn serve(&self) {
        for request in self.server.incoming_requests() {
            let desk = Arc::clone(&self.desk);
            thread::spawn(move || desk.attend(request));
        }
    }
}

impl Desk {
    fn attend(&self, mut request: Request) {
        let answer = self.answer(&mut request);
        let with_bytes = *request.method() != Method::Head;
        // A browser that went away needs no answer.
        let _ = self.say(request.into_writer(), &answer, with_bytes);
    }

    /// Writes the answer and asks for the connection to be closed, which `Response` cannot: tiny_http keeps a thread
    /// for each that stands open, and may leave a new one waiting until another is closed.
    fn say(&self, mut to: impl Write, answer: &Answer, with_bytes: bool) -> io::Result<()> {
        let Answer { status, kind, bytes } = answer;
        let headers = [
            ("Connection", "close"),
            ("Content-Type", kind),
            ("Content-Security-Policy", self.page.policy()),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            // The page is built anew while it is looked at.
            ("Cache-Control", "no-store"),
        ];
        write!(to, "HTTP/1.1 {status} {}\r\n", StatusCode(*status).default_reason_phrase())?;
        for (name, value) in headers {
            write!(to, "{name}: {value}\r\n")?;
        }
        write!(to, "Content-Length: {}\r\n\r\n", bytes.len())?;
        if with_bytes {
            to.write_all(bytes)?;
        }
        to.flush()
    }

    fn answer(&self, request: &mut Request) -> Answer {
        let url = request.url().to_owned();
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let method = request.method().clone();
        let operation = path.strip_prefix("/api/");
        let call = operation.is_some()
            || matches!(path, "/operations" | "/clock" | "/notifications" | "/choose" | "/changes" | "/restart");
        if call && !self.is_known(request) {
            return json_answer(401, &json!({"error": "the token is missing or another"}));
        }
        match (method, path) {
            (Method::Get, "/operations") => json_answer(200, &Core::operations()),
            (Method::Get, "/notifications") => json_answer(200, &self.core.notifications()),
            (Method::Get, "/changes") => json_answer(200, &self.core.changes(LONGEST_WAIT)),
            (Method::Post, "/restart") => outcome(self.core.restart().map(|()| json!({}))),
            (Method::Post, "/choose") => with_body(request, |body| self.core.choose(body)),
            (Method::Post, "/clock") => with_body(request, |body| self.core.set_clock(body)),
            (Method::Post, _) if let Some(operation) = operation => {
                with_body(request, |body| self.core.call(operation, body))
            }
            (Method::Get | Method::Head, _) if !call => match self.page.file(path) {
                Some(file) => Answer { status: 200, kind: file.kind, bytes: file.bytes },
                None => json_answer(404, &Failure::NotFound),
            },
            _ => json_answer(405, &json!({"error": "not this way"})),
        }
    }

    fn is_known(&self, request: &Request) -> bool {
        let header = request.headers().iter().find(|header| header.field.equiv("Authorization"));
        header.and_then(|header| header.value.as_str().strip_prefix("Bearer ")).is_some_and(|token| token == self.token)
    }
}

/// Reads the request's JSON and answers what `act` makes of it. No body at all is an empty request.
fn with_body(request: &mut Request, act: impl FnOnce(Value) -> Result<Value, Failure>) -> Answer {
    let mut bytes = Vec::new();
    let read = request.as_reader().take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes);
    if bytes.len() > MOST_BYTES {
        return json_answer(413, &Failure::invalid("request", Rule::TooLong));
    }
    let body = match (read, bytes.is_empty()) {
        (Ok(_), true) => Some(json!({})),
        (Ok(_), false) => serde_json::from_slice(&bytes).ok(),
        (Err(_), _) => None,
    };
    outcome(body.ok_or_else(|| Failure::invalid("request", Rule::Malformed)).and_then(act))
}

fn outcome(outcome: Result<Value, Failure>) -> Answer {
    match outcome {
        Ok(value) => json_answer(200, &value),
        Err(failure) => json_answer(status(&failure), &failure),
    }
}

fn status(failure: &Failure) -> u16 {
    match failure {
        Failure::Locked => 423,
        Failure::WrongPassphrase { .. } => 403,
        Failure::NotFound | Failure::NoVault => 404,
        Failure::Conflict | Failure::InUse => 409,
        Failure::Invalid { .. } => 422,
        _ => 400,
    }
}

fn json_answer(status: u16, value: &impl Serialize) -> Answer {
    let bytes = serde_json::to_vec(value).unwrap_or_default();
    Answer { status, kind: "application/json", bytes }
}
