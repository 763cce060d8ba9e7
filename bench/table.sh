#!/usr/bin/env bash
# Measures every op with one and with two threads, each in a process of its own, and writes the ratios of medians as docs/ratios.md.
# What has been measured is kept in artifacts/ratios and not measured again: delete the folder to start anew.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bench="$root/artifacts/bin/Bench/release/ParityNet.Bench.dll" raw="$root/artifacts/ratios" page="$root/docs/ratios.md"
dotnet build "$root/bench/Bench.csproj" -c Release -v quiet
mkdir -p "$raw"
cd "$raw"

ops=$(dotnet "$bench" --ops)
for threads in 1 2; do
  for op in $ops; do
    [ -s "$raw/$op-$threads.txt" ] && continue
    OMP_NUM_THREADS=$threads MKL_NUM_THREADS=$threads DOTNET_PROCESSOR_COUNT=$threads \
      dotnet "$bench" --short --medians --filter "$op" 2>&1 >/dev/null | grep -E '^(Torch|Native)(Into)? ' >"$raw/$op-$threads.txt" || true
  done
done

{
  echo "# Native beside libtorch, in time"
  echo
  echo "Written by \`bench/table.sh\` on $(date -u +'%-d %B %Y'), $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) processors, commit $(git -C "$root" rev-parse --short HEAD); do not edit."
  echo "A number is the median time of the native backend over that of libtorch 2.10.0 (TorchSharp 0.107.0), both measured in one process by BenchmarkDotNet (\`--short\`: five"
  echo "iterations of 10 ms each), data and results in place (libtorch in place where TorchSharp has such a form, else in memory that its allocator uses again); below 1 native is faster. Columns are elements, with one thread and with two. Machines are shared and noisy: a single figure may be off by a third."
  echo
  echo "| op | type | pass | 100, 1 | 10⁴, 1 | 10⁶, 1 | 100, 2 | 10⁴, 2 | 10⁶, 2 |"
  echo "|---|---|---|--:|--:|--:|--:|--:|--:|"
  for threads in 1 2; do
    for op in $ops; do
      [ ! -s "$raw/$op-$threads.txt" ] || sed "s/^/$threads /" "$raw/$op-$threads.txt"
    done
  done | awk '
    # threads, benchmark, op, type, elements, pass, median, bytes; the ratio is of results in memory used again where both have it
    {
      row = $3 " | " $4 " | " $6; at = row SUBSEP $1 SUBSEP $5
      time[at, $2] = $7
      if (!(row in seen)) { seen[row] = 1; order[++rows] = row }
    }
    function ratio(row, threads, elements,    at) {
      at = row SUBSEP threads SUBSEP elements
      if (!((at, "NativeInto") in time) || !(time[at, "TorchInto"] > 0)) return "—"
      sum[threads, elements] += log(time[at, "NativeInto"] / time[at, "TorchInto"]); count[threads, elements]++
      return sprintf("%.2f", time[at, "NativeInto"] / time[at, "TorchInto"])
    }
    END {
      for (r = 1; r <= rows; r++) {
        line = "| " order[r]
        for (t = 1; t <= 2; t++) for (e = 100; e <= 1000000; e *= 100) line = line " | " ratio(order[r], t, e)
        print line " |"
      }
      line = "| geometric mean | | "
      for (t = 1; t <= 2; t++) for (e = 100; e <= 1000000; e *= 100) line = line " | " (count[t, e] ? sprintf("%.2f", exp(sum[t, e] / count[t, e])) : "—")
      print line " |"
    }' | sort -t'|' -k4,4 -k2,2 -k3,3
} >"$page"
