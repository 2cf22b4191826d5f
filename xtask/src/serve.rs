//! A static server on loopback, for sample pages and the try-it page.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
};

use anyhow::Result;

/// Content type and body.
pub type Answer = (String, Vec<u8>);

/// Serves a folder until the process ends. Gives the address, with a slash at its end.
pub fn folder(folder: PathBuf) -> Result<String> {
    serve(move |path| file(&folder, path))
}

/// What lies in the folder under a path, a folder's `index.html`.
pub fn file(folder: &Path, path: &str) -> Option<Answer> {
    let mut file = folder.to_owned();
    // Plain names only: nothing climbs out of the folder.
    file.extend(Path::new(path).components().filter(|part| matches!(part, Component::Normal(_))));
    if file.is_dir() {
        file.push("index.html");
    }
    let kind = kind(&file);
    fs::read(&file).ok().map(|body| (kind.to_owned(), body))
}

/// Serves what `answer` gives for a path without its query: content type and body, or nothing for "not found".
pub fn serve(answer: impl Fn(&str) -> Option<Answer> + Send + Sync + 'static) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}/", listener.local_addr()?);
    let answer = std::sync::Arc::new(answer);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = std::sync::Arc::clone(&answer);
            // A browser opens connections ahead of need and leaves them silent: one thread each, so that none holds up the others.
            std::thread::spawn(move || {
                // A browser that hangs up early is no trouble of ours.
                let _ = reply(stream, &*answer);
            });
        }
    });
    Ok(address)
}

fn reply(mut stream: TcpStream, answer: &dyn Fn(&str) -> Option<Answer>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let path = request.split(' ').nth(1).unwrap_or("/");
    let path = path.split(['?', '#']).next().unwrap_or("/");
    match answer(path) {
        Some((kind, body)) => {
            let head = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
                body.len()
            );
            stream.write_all(head.as_bytes())?;
            stream.write_all(&body)
        }
        None => stream
            .write_all(b"HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nContent-Length: 9\r\nConnection: close\r\n\r\nnot found"),
    }
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html" | "htm") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("pdf") => "application/pdf",
        _ => "text/plain; charset=utf-8",
    }
}
