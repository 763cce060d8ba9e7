#!/usr/bin/env bash
# Starts ONNX Runtime as a worker, and builds it when it is not there; NuGet brings ONNX Runtime.
set -euo pipefail
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd -P "$here/../.." && pwd -P)
worker="$root/artifacts/bin/OnnxRuntimeWorker/release/ParityNet.OnnxRuntimeWorker.dll"
[ -f "$worker" ] || dotnet build "$here/OnnxRuntimeWorker.csproj" -c Release -v q >&2 ||
  { echo "The worker of ONNX Runtime must be built: dotnet build failed in workers/onnxruntime." >&2; exit 3; }
exec dotnet "$worker"
