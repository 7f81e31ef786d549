#!/usr/bin/env bash
# Installs the system packages that the tests need, then runs everything: format, lints, tests, docs.
# Works on Debian and Ubuntu, as root or with sudo. Usage: tests/all.sh
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
  libvulkan1 mesa-vulkan-drivers            # software Vulkan for pictures of the window
  xvfb xdotool x11-xkb-utils xkb-data       # a screen and a French keyboard
  libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrandr2 libxkbcommon0 libxkbcommon-x11-0
  poppler-utils qpdf                        # independent readers of our PDF files
  strace e2fsprogs mount                    # a sitting watched, and its disk filled and searched
)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  echo "Installing: ${missing[*]}"
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

export RUSTFLAGS="${RUSTFLAGS:-} -D warnings"
if cargo fmt --version >/dev/null 2>&1; then cargo fmt --check; else echo "rustfmt is not installed: format not checked"; fi
if cargo clippy --version >/dev/null 2>&1; then cargo clippy --all-targets --locked; else echo "clippy is not installed: lints not checked"; fi
RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --locked --quiet
cargo test --locked "$@"
