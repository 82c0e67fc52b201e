#!/bin/sh
# Fetches the hostile files that Debian's source packages carry and unpacks them into a folder of their own. They are
# other people's and never committed. Needs a Debian or Ubuntu machine with apt-get, tar and python3; no rights.
#   tests/corpora/fetch.sh FOLDER
# then
#   cargo run --release -p recourse-evidence --example hostile-corpus -- FOLDER/files
set -eu

folder=${1:?usage: fetch.sh FOLDER}
mkdir -p "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial" "$folder/files"
folder=$(cd "$folder" && pwd)
cd "$folder/apt"

# The machine's own mirrors, asked for sources instead of packages.
sed 's/^Types:.*/Types: deb-src/' /etc/apt/sources.list.d/debian.sources > debian.sources
apt() {
    apt-get -q -o Dir::Etc::sourcelist="$PWD/debian.sources" -o Dir::Etc::sourceparts=/nonexistent \
        -o Dir::State::lists="$PWD/lists" -o Dir::Cache="$PWD/cache" -o APT::Sandbox::User="$(id -un)" "$@"
}
apt update
for package in qpdf pdf.js pillow libarchive; do
    apt source --download-only "$package"
done

for archive in *.orig.tar.*; do
    case $archive in *.asc) continue ;; esac
    name=${archive%%_*}
    mkdir -p "$folder/files/$name"
    tar -C "$folder/files/$name" --no-same-owner --strip-components=1 -xf "$archive"
done

# libarchive keeps its archives as text.
python3 - "$folder/files/libarchive" <<'EOF'
import binascii, pathlib, sys
for path in pathlib.Path(sys.argv[1]).rglob("*.uu"):
    out, inside = bytearray(), False
    for line in path.read_bytes().splitlines():
        if line.startswith(b"begin "):
            inside = True
        elif line == b"end":
            break
        elif inside:
            try:
                out += binascii.a2b_uu(line)
            except binascii.Error:
                out += binascii.a2b_uu(line[: (((line[0] - 32) & 63) * 4 + 5) // 3])
    path.with_suffix("").write_bytes(out)
    path.unlink()
EOF
echo "$(find "$folder/files" -type f | wc -l) files in $folder/files"
