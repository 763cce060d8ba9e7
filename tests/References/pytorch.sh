#!/usr/bin/env bash
# Runs a Python program with PyTorch 2.6.0, of this folder or by its path: tests/References/pytorch.sh make_references.py --check
# The first run makes a folder of Debian 13 with it, artifacts/debian13 or $PARITY_DEBIAN13, which takes some minutes and 1.3 GB; later runs use it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
system=${PARITY_DEBIAN13:-$here/../../artifacts/debian13}
packages=(python3-torch python3-numpy python3-expecttest python3-setuptools)

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "tests/References/pytorch.sh must run as root on Debian or Ubuntu, since debootstrap and chroot do: expected uid 0 and apt-get, got uid $(id -u)." >&2
  exit 2
fi
case ${1:-} in
  */*) folder=$(cd "$(dirname "$1")" && pwd) ;;
  *) folder=$here ;;
esac
if [ $# = 0 ] || [ ! -f "$folder/${1##*/}" ]; then
  echo "tests/References/pytorch.sh must be given a program: expected make_references.py or samples.py, or the path of another, got '${1:-}'." >&2
  exit 2
fi
program=${1##*/}
shift

# The Debian mirror of this machine's own apt; none on Ubuntu, where debootstrap has one of its own.
mirror() {
  apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' | sed -n 's/^Debian|Debian|//p' | head -n 1
}

# In a mount namespace of its own, so that nothing stays bound however this ends.
# $1 is the system's folder, the rest a command in it; the working folder is this one.
inside() {
  mkdir -p "$1/references"
  # shellcheck disable=SC2016
  unshare --mount --propagation private bash -euc '
    mount --bind /proc "$1/proc"
    mount --rbind /dev "$1/dev"
    mount --bind "$2" "$1/references"
    root=$1
    shift 2
    exec chroot "$root" /usr/bin/env -i HOME=/root LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive \
      bash -c "cd /references && exec \"\$@\"" bash "$@"' bash "$1" "$folder" "${@:2}"
}

if [ ! -d "$system" ]; then
  if ! command -v debootstrap >/dev/null || [ ! -f /usr/share/keyrings/debian-archive-keyring.gpg ]; then
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends debootstrap debian-archive-keyring
  fi
  # Under another name until it is whole.
  part=$system.part
  rm -rf --one-file-system "$part"
  mkdir -p "$part"
  debootstrap --variant=minbase --keyring=/usr/share/keyrings/debian-archive-keyring.gpg trixie "$part" $(mirror)
  inside "$part" apt-get install -y -qq --no-install-recommends "${packages[@]}"
  inside "$part" apt-get clean
  mv "$part" "$system"
fi >&2
inside "$system" python3 "$program" "$@"
