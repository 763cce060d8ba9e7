#!/usr/bin/env bash
# Runs a command with a Slurm of one node on this machine, which ends with it: eng/slurm.sh dotnet …
# For tests: authentication is off and everything runs as root. PARITY_SLURM names the folder of its state. Ends with 3 where there can be none.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=eng/setup.sh
. "$root/eng/setup.sh"
[ "$(id -u)" = 0 ] || { say "Slurm can be started by root only: expected root, got $(id -un)."; exit 3; }
command -v slurmctld >/dev/null || debian_install "a cluster of one node for the tests of sweeps" slurm-wlm ||
  { say "Slurm must be installed: expected the command slurmctld, got none."; exit 3; }

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
SlurmdTimeout=10
# A job that is begun again waits as long as a credential lives, which is two minutes by default.
AuthInfo=cred_expire=10
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
[ "$(sinfo --noheader --format %t)" = idle ] || { say "Slurm must have a node that is idle: expected one within 30 s, got the log $(tail -n 3 "$folder/slurmd.log")."; exit 2; }
"$@"
