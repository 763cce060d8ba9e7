# Sourced by the launchers. Sets the machine up as far as it may, and says in one sentence what it has to go without.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

say() { printf 'paritynet: %s\n' "$*" >&2; }

command -v dotnet >/dev/null || { say "The .NET 10 SDK must be installed: expected the command dotnet, got none; https://dotnet.microsoft.com/download has it."; exit 2; }

# The SDK keeps its caches in the user's folder: without HOME that of the account, and where it cannot be written one beside the build.
if [ -z "${HOME:-}" ]; then
  HOME=$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6) || HOME=""
  [ -n "$HOME" ] && [ -w "$HOME" ] || HOME="$root/artifacts/home"
  export HOME
fi

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
  local target=$1 stamp
  stamp="$root/artifacts/built-$(basename "$target")"
  is_current "$stamp" && return 0
  if [ -f "$stamp" ] && ! [ -w "$stamp" ]; then
    # A checkout that is read-only was built by someone else.
    [ -z "$(unreadable)" ] || { say "The packages of the build must be readable: expected $(readlink "$(unreadable)"), got none or no permission; a build with NUGET_PACKAGES set to a folder for all users mends it."; exit 2; }
    [ -z "$(changed_since "$stamp")" ] || say "The sources have changed since the build, which cannot be renewed here: expected to write to artifacts, got no permission."
    return 0
  fi
  mkdir -p "$root/artifacts" 2>/dev/null && [ -w "$root/artifacts" ] ||
    { say "The checkout must be built once by a user who may: expected to write to $root/artifacts, got no permission."; exit 2; }
  alone build "$target" "$stamp"
}

# Whether what is built is what a build would give.
is_current() { [ -f "$1" ] && [ "$(cat "$1")" = "$(machine)" ] && [ -z "$(changed_since "$1")$(unreadable)" ]; }

# Prints one library that cannot be read; nothing where all can. They are links to the packages of the user who built.
unreadable() {
  local file
  for file in "$root"/artifacts/bin/Cli/release/*.dll; do
    [ -r "$file" ] || { printf '%s' "$file"; return; }
  done
}

# Runs a command while no other launcher of this checkout builds; processes that outlive the command must not keep the lock.
alone() {
  local lock="$root/artifacts/build.lock" told="" holder
  if command -v flock >/dev/null; then
    exec 9>>"$lock"
    flock -n 9 || { say "Another build of this checkout is running; waiting for it."; flock 9; }
    "$@" 9>&-
    exec 9>&-
    return
  fi
  until mkdir "$lock.d" 2>/dev/null; do
    holder=$(cat "$lock.d/pid" 2>/dev/null || true)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$lock.d"
    else
      [ -n "$told" ] || say "Another build of this checkout is running; waiting for it."
      told=yes
      sleep 1
    fi
  done
  echo $$ >"$lock.d/pid"
  trap 'rm -rf "$root/artifacts/build.lock.d"' EXIT
  "$@"
  rm -rf "$lock.d"
  trap - EXIT
}

# Builds $1 unless another launcher just has; $2 then says of when its sources are.
build() {
  local target=$1 stamp=$2 log="$root/artifacts/build.log" child failed=""
  is_current "$stamp" && return 0
  need_charts
  say "Building; this takes a minute or two the first time."
  if ! { touch "$stamp.started" && : >"$log"; } 2>/dev/null; then
    say "The build must be written to $root/artifacts: expected room there and permission, got none."
    exit 2
  fi
  dotnet build "$root/$target" -c Release -v quiet >"$log" 2>&1 &
  child=$!
  trap 'kill "$child" 2>/dev/null; wait "$child"; exit 130' INT
  trap 'kill "$child" 2>/dev/null; wait "$child"; exit 143' TERM
  wait "$child" || failed=yes
  trap - INT TERM
  if [ -n "$failed" ]; then
    say "The build failed; the end of artifacts/build.log:"
    tail -n 20 "$log" >&2
    exit 2
  fi
  # Whatever changed while the build ran must be built again.
  machine >"$stamp.new"
  touch -r "$stamp.started" "$stamp.new"
  mv -f "$stamp.new" "$stamp"
  rm -f "$stamp.started"
}

# Prints one source that is newer than a file; nothing where there is none.
changed_since() {
  (cd "$root" && find src tests bench samples eng data *.props *.targets *.sln global.json .editorconfig -newer "$1" -not -path '*/node_modules/*' -print -quit)
}
