# Sourced by the launchers. Sets the machine up as far as it may, and says in one sentence what it has to go without.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

say() { printf 'paritynet: %s\n' "$*" >&2; }

command -v dotnet >/dev/null || { say "The .NET 10 SDK must be installed: expected the command dotnet, got none; https://dotnet.microsoft.com/download has it."; exit 2; }

# Installs Debian packages where that is possible without asking; $1 is what they are for, the rest their names.
debian_install() {
  local purpose=$1; shift
  command -v apt-get >/dev/null || return 1
  local sudo=()
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || return 1
    sudo=(sudo -n)
  fi
  say "Installing $purpose ($*); this happens once."
  { "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ||
    { "${sudo[@]}" apt-get update && "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }; } >/dev/null 2>&1
}

need_charts() {
  command -v npm >/dev/null || say "Node is missing, so reports have tables instead of charts: install Node 18 or later, with npm."
}

need_chromium() {
  command -v chromium >/dev/null || debian_install "a browser for the tests of the report" chromium ||
    say "Chromium is missing, so the tests that open the report in a browser are skipped."
}

# What the machine offers, as one line: a build is out of date when this changes.
machine() {
  printf '%s npm=%s\n' "$(uname -sm)" "$(command -v npm || true)"
}

# Builds a project or the solution when a source has changed since it was last built, or when what the machine offers has.
build_when_changed() {
  local target=$1 stamp started log="$root/artifacts/build.log"
  stamp="$root/artifacts/built-$(basename "$target")"
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(machine)" ] && [ -z "$(changed_since "$stamp")" ]; then
    return 0
  fi
  need_charts
  say "Building; this takes a minute or two the first time."
  mkdir -p "$root/artifacts"
  started=$(mktemp)
  if ! dotnet build "$root/$target" -c Release -v quiet >"$log" 2>&1; then
    say "The build failed; the end of artifacts/build.log:"
    tail -n 20 "$log" >&2
    exit 2
  fi
  machine >"$stamp"
  # Whatever changed while the build ran must be built again.
  touch -r "$started" "$stamp"
  rm -f "$started"
}

# Prints one source that is newer than a file; nothing where there is none.
changed_since() {
  (cd "$root" && find src tests bench samples eng data *.props *.targets *.sln global.json .editorconfig -newer "$1" -not -path '*/node_modules/*' -print -quit)
}
