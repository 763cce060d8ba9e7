#!/usr/bin/env bash
# Runs a command with a Slurm of one node on this machine, which ends with it: eng/slurm.sh dotnet …
# For tests: authentication is off and everything runs as root. PARITY_SLURM names the folder of its state.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=eng/setup.sh
. "$root/eng/setup.sh"
[ "$(id -u)" = 0 ] || { say "Slurm can be started by root only: expected root, got $(id -un)."; exit 2; }
command -v slurmctld >/dev/null || debian_install "a cluster of one node for the tests of sweeps" slurm-wlm ||
  { say "Slurm must be installed: expected the command slurmctld, got none."; exit 2; }

folder=$(mktemp -d)
mkdir "$folder/state" "$folder/spool"
cat >"$folder/slurm.conf" <<C
ClusterName=paritynet
SlurmctldHost=localhost
SlurmUser=root
SlurmdUser=root
AuthType=auth/none
CredType=cred/none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
SlurmctldPort=16817
SlurmdPort=16818
SlurmdTimeout=30
ReturnToService=2
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
C
export SLURM_CONF="$folder/slurm.conf" PARITY_SLURM="$folder"
stop() {
  for daemon in slurmd slurmctld; do
    [ ! -f "$folder/$daemon.pid" ] || kill "$(cat "$folder/$daemon.pid")" 2>/dev/null || true
  done
  rm -rf "$folder"
}
trap stop EXIT
slurmctld -f "$SLURM_CONF"
slurmd -f "$SLURM_CONF"
for _ in $(seq 30); do
  [ "$(sinfo --noheader --format %t 2>/dev/null)" = idle ] && break
  sleep 1
done
"$@"
