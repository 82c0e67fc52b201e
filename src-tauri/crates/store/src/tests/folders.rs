//! The data folder: what it must be, and that each refusal has its own name.

use super::{code, database, fresh, now, open_at, scratch};
use crate::folder::{self, Medium, free_bytes, medium_of_magic, medium_of_name, sync_service};
use crate::{LOCK_FILE, Store};
use recourse_domain::Coded;
use std::fs;
use std::path::Path;

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(unix)]
#[test]
fn what_is_made_is_private() {
    let dir = scratch();
    let home = dir.path().join("data");
    let store = open_at(&home);
    store.append(&super::samples::every_kind()).unwrap();
    assert_eq!(mode(&home), 0o700);
    for name in [database(&home), home.join(LOCK_FILE), crate::identity::log_of(&database(&home))] {
        assert_eq!(mode(&name), 0o600, "{}", name.display());
    }
}

#[cfg(unix)]
#[test]
fn an_empty_folder_and_our_own_are_closed_to_others_but_a_used_one_is_only_reported() {
    let empty = scratch();
    set_mode(empty.path(), 0o755);
    drop(open_at(empty.path()));
    assert_eq!(mode(empty.path()), 0o700);

    set_mode(empty.path(), 0o750);
    let store = open_at(empty.path());
    assert_eq!(mode(empty.path()), 0o700);
    assert!(!store.check(false).iter().any(|f| f.code == "folder-open-to-others"));

    let used = scratch();
    fs::write(used.path().join("letter.txt"), "mine").unwrap();
    set_mode(used.path(), 0o755);
    let store = open_at(used.path());
    assert_eq!(mode(used.path()), 0o755);
    assert!(store.check(false).iter().any(|f| (f.code, f.mend_code) == ("folder-open-to-others", "close-folder")));
}

#[test]
fn a_file_is_not_a_folder() {
    let dir = scratch();
    let file = dir.path().join("data");
    fs::write(&file, "x").unwrap();
    let error = Store::open(&file, now()).unwrap_err();
    assert_eq!((error.code(), &error.params()["path"]), ("folder-not-a-folder", &file.display().to_string()));
    assert_eq!(code(Store::open(&file.join("below"), now())), "folder-not-a-folder");
    assert_eq!(fs::read_to_string(&file).unwrap(), "x");
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files_is_read_only() {
    // Not even the superuser makes files here.
    assert_eq!(code(Store::open(Path::new("/proc/self"), now())), "folder-not-made");
    assert_eq!(code(Store::open(Path::new("/sys/kernel"), now())), "folder-read-only");
    let dir = scratch();
    set_mode(dir.path(), 0o500);
    let written = fs::write(dir.path().join("x"), "x").is_ok();
    if !written {
        assert_eq!(code(Store::open(dir.path(), now())), "folder-read-only");
        assert_eq!(code(Store::open(&dir.path().join("new"), now())), "folder-read-only");
    }
    set_mode(dir.path(), 0o700);
}

#[test]
fn a_path_that_cannot_be_is_named() {
    let dir = scratch();
    assert_eq!(code(Store::open(&dir.path().join("x".repeat(300)), now())), "folder-not-made");
    assert_eq!(code(Store::open(Path::new(""), now())), "folder-not-made");
    assert_eq!(code(Store::open(Path::new("a\0b"), now())), "folder-not-made");
}

#[cfg(unix)]
#[test]
fn links_in_the_path_are_followed_once_and_then_known() {
    let dir = scratch();
    fs::create_dir(dir.path().join("real")).unwrap();
    std::os::unix::fs::symlink(dir.path().join("real"), dir.path().join("link")).unwrap();
    let store = open_at(&dir.path().join("link"));
    assert_eq!(store.folder(), fs::canonicalize(dir.path().join("real")).unwrap());
    assert_eq!(code(Store::open(&dir.path().join("real"), now())), "folder-in-use");
    std::os::unix::fs::symlink(dir.path().join("gone"), dir.path().join("dangling")).unwrap();
    assert_eq!(code(Store::open(&dir.path().join("dangling"), now())), "folder-not-made");
}

#[test]
fn network_drives_are_known_by_their_numbers_and_names() {
    for (magic, kind) in
        [(0x6969, "NFS"), (0x517B, "SMB"), (0xFF53_4D42, "SMB"), (0xFE53_4D42, "SMB"), (0x00C3_6400, "Ceph")]
    {
        assert_eq!(medium_of_magic(magic), Medium::Network(kind));
        // As a signed 32-bit number widens.
        assert_eq!(medium_of_magic(magic | 0xFFFF_FFFF_0000_0000), Medium::Network(kind));
    }
    for (name, kind) in [("nfs", "NFS"), ("smbfs", "SMB"), ("afpfs", "AFP"), ("webdav", "WebDAV")] {
        assert_eq!(medium_of_name(name), Medium::Network(kind));
    }
    assert_eq!(medium_of_magic(0x0102_1997), Medium::Shared("9p"));
    assert_eq!(medium_of_magic(0x6573_5546), Medium::Shared("FUSE"));
    assert_eq!(medium_of_name("macfuse"), Medium::Shared("FUSE"));
    for local in [0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x2FC1_2FC1] {
        assert_eq!(medium_of_magic(local), Medium::Local, "ext4, xfs, btrfs, tmpfs, zfs");
    }
    assert_eq!(medium_of_name("apfs"), Medium::Local);
}

#[test]
fn folders_that_a_service_copies_are_known() {
    for (path, service) in [
        ("/home/w/Dropbox/recourse", "Dropbox"),
        ("/Users/w/Library/Mobile Documents/x", "iCloud"),
        ("/home/w/OneDrive - Shop/x", "OneDrive"),
        ("/home/w/坚果云/x", "坚果云"),
        ("/home/w/BaiduNetdiskWorkspace/x", "百度网盘"),
    ] {
        assert_eq!(sync_service(Path::new(path)), Some(service), "{path}");
    }
    assert_eq!(sync_service(Path::new("/home/dropped/box/recourse")), None);
    let dir = scratch();
    let store = open_at(&dir.path().join("Dropbox/shop"));
    let finding = store.check(false).into_iter().find(|f| f.code == "folder-synced").unwrap();
    assert_eq!((finding.mend_code, finding.params["kind"].as_str()), ("move-folder", "Dropbox"));
}

#[cfg(unix)]
#[test]
fn free_space_is_told_and_low_space_is_a_finding() {
    let (dir, store) = fresh();
    let free = free_bytes(dir.path()).unwrap();
    let low = store.check(false).iter().any(|f| f.code == "folder-low-space");
    assert_eq!(low, free < 200 * 1024 * 1024);
    assert_eq!(free_bytes(Path::new("/nowhere")), None);
}

#[test]
fn a_leftover_probe_does_not_stand_in_the_way() {
    let dir = scratch();
    fs::write(dir.path().join(format!(".probe-{}", std::process::id())), "old").unwrap();
    folder::prepare(dir.path(), crate::DATABASE_FILE).unwrap();
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}
