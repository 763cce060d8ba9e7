using ParityNet.Workers;

// ./paritynet prove huber_loss --worker "dotnet artifacts/bin/WorkerCSharp/release/ParityNet.WorkerCSharp.dll"
return ParityWorker.Serve("csharp",
    ParityOp.Loss("huber_loss", ["input", "target"], ["delta", "reduction"], r =>
    {
        double[] d = [.. r["input"].Zip(r["target"], (x, y) => x - y)];
        double delta = r.Number("delta"), n = r.Word("reduction") == "mean" ? d.Length : 1;
        double[] values = [.. d.Select(x => Math.Abs(x) < delta ? 0.5 * x * x : delta * (Math.Abs(x) - 0.5 * delta))];
        double[] gradient = [.. d.Select(x => (Math.Abs(x) <= delta || double.IsNaN(x) ? x : delta * Math.Sign(x)) / n)];
        return r.Word("reduction") == "none" ? new(values, gradient) : new(values.Sum() / n, gradient);
    }),
    ParityOp.Optimizer("sgd", ["lr", "momentum"], (r, parameter, gradient, slots, _) =>
    {
        double momentum = r.Number("momentum");
        double[] buffer = momentum != 0 && slots.TryGetValue("momentum_buffer", out double[]? before)
            ? [.. before.Zip(gradient, (b, g) => momentum * b + g)]
            : gradient;
        slots["momentum_buffer"] = buffer;
        return [.. parameter.Zip(buffer, (p, b) => p - r.Number("lr") * b)];
    }),
    ParityOp.Schedule("step_lr", ["step_size", "gamma"], (r, start, step) =>
        start * Math.Pow(r.Number("gamma"), Math.Floor(step / r.Number("step_size")))));
