using ParityNet.Native.Simd;

namespace ParityNet.Native;

/// <summary>Measures the native backend's elementary functions against the platform's <c>double</c> ones.</summary>
public static class Accuracy
{
    const int Block = 1 << 16;

    /// <summary>Tries every one of the 2^32 <c>float</c> inputs; takes some minutes.</summary>
    /// <remarks>
    /// The truth is computed in <c>double</c> from <see cref="Math.Exp(double)"/>, <see cref="Math.Log(double)"/> and
    /// <see cref="Math.Tanh(double)"/>, whose error is below 2^-26 of what is measured. The platform has no error function:
    /// there the truth is the backend's own in <c>double</c>.
    /// </remarks>
    /// <param name="function">The function to try.</param>
    /// <param name="progress">Receives the share done, from 0 to 1, on any thread; may be null.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static AccuracyFinding Exhaust(ElementaryFunction function, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Try(function, 0, 1, 1L << 32, progress, cancellationToken);

    /// <summary>Tries <paramref name="count"/> inputs whose bits start at <paramref name="first"/> and go up by <paramref name="step"/>, modulo 2^32.</summary>
    internal static AccuracyFinding Try(ElementaryFunction function, uint first, uint step, long count, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ErrorMeter meter = ErrorMeter.Of(function);
        var total = new ErrorCount(0, float.NaN, 0);
        long blocks = (count + Block - 1) / Block, done = 0;
        var gate = new Lock();
        Parallel.For(0L, blocks, new ParallelOptions { CancellationToken = cancellationToken }, () => new ErrorCount(0, float.NaN, 0), (block, _, found) =>
        {
            var inputs = new float[(int)Math.Min(Block, count - block * Block)];
            for (int i = 0; i < inputs.Length; i++)
                inputs[i] = BitConverter.UInt32BitsToSingle(unchecked(first + step * (uint)(block * Block + i)));
            found = found.With(meter.Weigh(inputs));
            long now = Interlocked.Increment(ref done);
            if (now % 256 == 0)
                progress?.Report((double)now / blocks);
            return found;
        }, found =>
        {
            lock (gate)
                total = total.With(found);
        });
        return new(function, count, total.WorstUlp, total.WorstInput, (double)total.Correct / count);
    }
}
