using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Schedules;
using ParityNet.Training;

namespace ParityNet.Reports.Training;

/// <summary>Trains one model on several backends in lock-step, from the same initial parameters and on the same batches.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="plan">The training plan.</param>
/// <param name="backends">The backends; the first one's validation loss decides when to stop.</param>
/// <param name="from">The state to go on from, of the same model and backends; null to start.</param>
sealed class LockStep<T>(TrainingPlan plan, IReadOnlyList<IBackend> backends, LockStepState<T>? from = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ImmutableArray<IModel<T>> models = [.. backends.Select(backend => backend.Model<T>(plan.Model, plan.Loss))];
    OptimizerSpec? pace;
    ImmutableArray<IOptimizer<T>> optimizers = [];
    readonly ImmutableArray<ImmutableArray<IFunction<T>>> penalties =
        [.. backends.Select(backend => plan.Penalties.Select(penalty => backend.Layer<T>(penalty)).ToImmutableArray())];
    // A schedule that sets the momentum gives the optimizer a momentum buffer.
    readonly OptimizerState<T>[] states = from is null
        ? [.. backends.Select(_ => plan.Start.Init(plan.Model.Init<T>(plan.Seed)))]
        : [.. from.Backends.Select(backend => backend.Last.Copy())];
    readonly ImmutableArray<ILoss<T>> losses = [.. backends.Select(backend => backend.Loss<T>(plan.Loss))];
    readonly ImmutableArray<Tensor<T>>[] buffers =
        from is null ? [.. backends.Select(_ => plan.Model.InitBuffers<T>())] : [.. from.Backends.Select(backend => backend.LastBuffers)];
    readonly Stopwatch[] watches = [.. backends.Select(_ => new Stopwatch())];
    ImmutableArray<Tensor<T>>[] best = from is null ? [] : [.. from.Backends.Select(backend => backend.Best)],
        bestBuffers = from is null ? [] : [.. from.Backends.Select(backend => backend.BestBuffers)];
    PlateauState? plateau = plan.Plateau is null ? null : from?.Progress.Plateau ?? plan.Plateau.Start(plan.Optimizer.LearningRate);
    long step = from?.Progress.Step ?? 0;

    /// <summary>The epoch with the smallest validation loss so far, from 1; 0 before there is one.</summary>
    public int BestEpoch { get; private set; } = from?.Progress.BestEpoch ?? 0;

    /// <summary>The first step after which backends differ; null while their bits are equal.</summary>
    public Parting? Parting { get; private set; } = from?.Progress.Parting;

    /// <summary>The state at the end of the last epoch, from which training goes on bit for bit; null before the first.</summary>
    public LockStepState<T>? State { get; private set; } = from;

    /// <summary>The time one backend has spent on steps and validation losses.</summary>
    /// <param name="backend">The backend's position.</param>
    /// <returns>The time.</returns>
    public TimeSpan Elapsed(int backend) => watches[backend].Elapsed;

    /// <summary>The current parameters of one backend.</summary>
    /// <param name="backend">The backend's position.</param>
    /// <returns>One tensor per parameter.</returns>
    public ImmutableArray<Tensor<T>> Parameters(int backend) => states[backend].Parameters;

    /// <summary>The parameters of one backend after <see cref="BestEpoch"/>; the current ones where there is no best epoch.</summary>
    /// <param name="backend">The backend's position.</param>
    /// <returns>One tensor per parameter.</returns>
    public ImmutableArray<Tensor<T>> Best(int backend) => BestEpoch == 0 ? states[backend].Parameters : best[backend];

    /// <summary>The output of one backend's network with its best parameters.</summary>
    /// <param name="backend">The backend's position.</param>
    /// <param name="input">A batch.</param>
    /// <returns>The output.</returns>
    public Tensor<T> Predict(int backend, Tensor<T> input) =>
        models[backend].Value(Best(backend), input, new(BestEpoch == 0 ? buffers[backend] : bestBuffers[backend], []));

    /// <summary>Trains epoch by epoch.</summary>
    /// <param name="training">The training set.</param>
    /// <param name="validation">The validation set, which decides when to stop.</param>
    /// <param name="cancellation">Cancels training after the current step; the current epoch then gives no result.</param>
    /// <returns>One result per epoch; the last one is marked, unless training was cancelled.</returns>
    public IEnumerable<EpochResult> Run(Dataset<T> training, Dataset<T> validation, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(validation);
        EarlyStopping.Progress progress = State?.Progress.Stopping ?? EarlyStopping.Start;
        for (int epoch = (State?.Progress.Epoch ?? 0) + 1; epoch <= plan.Epochs; epoch++)
        {
            ImmutableArray<double> trained = Epoch(training, epoch, cancellation);
            if (cancellation.IsCancellationRequested)
                yield break;
            ImmutableArray<double> held = [.. Enumerable.Range(0, models.Length).Select(b => Validate(b, validation))];
            progress = plan.Stopping.Observe(progress, held[0]);
            plateau = plateau is null ? null : plan.Plateau!.Observe(plateau, held[0]);
            if (progress.BestEpoch == epoch - 1)
            {
                BestEpoch = epoch;
                bestBuffers = [.. buffers];
                best = [.. states.Select(state => state.Parameters.Select(p => p.Copy()).ToImmutableArray())];
            }
            bool last = progress.ShouldStop || epoch == plan.Epochs;
            State = new(new(epoch, step, progress, BestEpoch, plateau, Parting),
                [.. states.Select((state, b) => Snapshot(state.Copy(), b))]);
            yield return new EpochResult(epoch, step, trained, held, Distance(), Parting, last);
            if (last)
                break;
        }
    }

    BackendTrainingState<T> Snapshot(OptimizerState<T> last, int backend) => BestEpoch == 0
        ? new(last, buffers[backend], last.Parameters, buffers[backend])
        : new(last, buffers[backend], best[backend], bestBuffers[backend]);

    double Validate(int backend, Dataset<T> validation)
    {
        watches[backend].Start();
        Tensor<T> output = models[backend].Value(states[backend].Parameters, validation.Inputs, new(buffers[backend], []));
        double loss = double.CreateChecked(losses[backend].Value(output, validation.Targets).Flat()[0]);
        watches[backend].Stop();
        return loss;
    }

    ImmutableArray<double> Epoch(Dataset<T> training, int epoch, CancellationToken cancellation)
    {
        var sums = new double[models.Length];
        int examples = 0;
        foreach (ImmutableArray<int> rows in Batches.Of(training.Count, plan.BatchSize, plan.Seed, epoch))
        {
            if (cancellation.IsCancellationRequested)
                break;
            // Batch statistics need at least two examples: PyTorch refuses a batch of one, and its DataLoader has drop_last.
            if (rows.Length == 1 && !plan.Model.Buffers.IsEmpty)
                continue;
            Dataset<T> batch = training.Take(rows);
            OptimizerSpec now = plan.OptimizerAt(plateau, step++);
            if (now != pace)
                (pace, optimizers) = (now, [.. backends.Select(backend => backend.Optimizer<T>(now))]);
            ImmutableArray<Tensor<T>> masks = plan.Model.DrawMasks<T>(rows.Length, plan.Seed ^ (ulong)step * 0x9E3779B97F4A7C15);
            for (int b = 0; b < models.Length; b++)
            {
                watches[b].Start();
                LossAndGradients<T> result = models[b].LossAndGradients(states[b].Parameters, batch.Inputs, batch.Targets, new(buffers[b], masks));
                buffers[b] = result.Buffers;
                states[b] = optimizers[b].UpdateInPlace(states[b], Penalised(b, result.Gradients));
                watches[b].Stop();
                sums[b] += double.CreateChecked(result.Loss) * rows.Length;
            }
            examples += rows.Length;
            Parting ??= FindParting(epoch);
        }
        return [.. sums.Select(sum => sum / examples)];
    }

    // Penalties apply to matrices only, not to biases and scales.
    ImmutableArray<Tensor<T>> Penalised(int backend, ImmutableArray<Tensor<T>> gradients)
    {
        if (plan.Penalties.IsEmpty)
            return gradients;
        return [.. gradients.Select((gradient, p) =>
        {
            Tensor<T> parameter = states[backend].Parameters[p];
            return parameter.Rank < 2 ? gradient : penalties[backend].Aggregate(
                gradient, (sum, penalty) => Tensor.Add<T>(sum, penalty.Evaluate(Operands<T>.Of(parameter)).Gradients["input"]));
        })];
    }

    Parting? FindParting(int epoch)
    {
        for (int b = 1; b < states.Length; b++)
            for (int p = 0; p < states[b].Parameters.Length; p++)
            {
                ReadOnlySpan<T> first = states[0].Parameters[p].Flat(), second = states[b].Parameters[p].Flat();
                // Compares bits, so that NaN equals itself and −0 differs from 0.
                int same = MemoryMarshal.AsBytes(first)
                    .CommonPrefixLength(MemoryMarshal.AsBytes(second)) / Unsafe.SizeOf<T>();
                if (same < first.Length)
                    return new Parting(step, epoch, plan.Model.Parameters[p].Name, same, double.CreateChecked(first[same]),
                        double.CreateChecked(second[same]), b);
            }
        return null;
    }

    double Distance()
    {
        double largest = 0;
        for (int b = 1; b < states.Length; b++)
            for (int p = 0; p < states[b].Parameters.Length; p++)
            {
                ReadOnlySpan<T> first = states[0].Parameters[p].Flat(), second = states[b].Parameters[p].Flat();
                for (int i = 0; i < first.Length; i++)
                    largest = Math.Max(largest, Math.Abs(double.CreateChecked(first[i]) - double.CreateChecked(second[i])));
            }
        return largest;
    }
}
