//! Folders as a whole: copied, and compared byte by byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file under a folder by its place in it, with its bytes.
pub fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    gather(folder, folder, &mut found);
    found
}

fn gather(root: &Path, folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            gather(root, &path, found);
        } else if let (Ok(inside), Ok(bytes)) = (path.strip_prefix(root), fs::read(&path)) {
            found.insert(inside.to_path_buf(), bytes);
        }
    }
}

/// Makes a folder with these files, in place of whatever is there.
pub fn lay_out(files: &BTreeMap<PathBuf, Vec<u8>>, folder: &Path) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).expect("a folder");
    put(files, folder);
}

/// Puts these files into a folder.
pub fn put(files: &BTreeMap<PathBuf, Vec<u8>>, folder: &Path) {
    for (inside, bytes) in files {
        let path = folder.join(inside);
        fs::create_dir_all(path.parent().expect("a place in the folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
}
