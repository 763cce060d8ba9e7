using System.Numerics;
using System.Runtime.Intrinsics;
using ParityNet.Cli.Functions;

namespace ParityNet.Cli.Accuracy;

/// <summary>Tests a function on every <c>float</c>, or on every n-th.</summary>
/// <param name="functions">The library of the function.</param>
/// <param name="name">Its name.</param>
/// <param name="judges">Whether results are compared with the truth; else only their hash is computed, in a fraction of the time.</param>
sealed class SingleSweep(IFunctions functions, string name, bool judges = true)
{
    const int Block = 1 << 15;

    // The truths in double have errors up to 2⁻²⁷ ULP, so this close to a midpoint they may lie on the wrong side.
    const double Doubt = 1.0 / (1 << 25);

    const ulong Bias = 1023;

    // 2⁻¹²⁶, and 2⁻¹⁵², which certainly rounds to 0.
    const double SmallestNormal = 1.1754943508222875E-38, Vanishing = 1.7516230804060213E-46;

    readonly Truths truths = new(name, functions.Exponent<float>(name));

    /// <summary>Tests every <paramref name="step"/>-th of the 2³² inputs, in the order of their bits.</summary>
    /// <param name="step">1 for all inputs; an odd number for a fraction of them across all exponents.</param>
    /// <param name="progress">Receives the fraction done, from 0 to 1, on any thread.</param>
    /// <param name="cancellationToken">Cancels the sweep.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Finding<float> Run(uint step, Action<double> progress, CancellationToken cancellationToken)
    {
        long count = ((1L << 32) + step - 1) / step, blocks = (count + Block - 1) / Block, done = 0;
        Finding<float> total = Finding<float>.None;
        var gate = new Lock();
        Parallel.For(0L, blocks, new ParallelOptions { CancellationToken = cancellationToken },
            () => (Memory: new Buffers(), Found: Finding<float>.None), (block, _, local) =>
        {
            int length = (int)Math.Min(Block, count - block * Block);
            local.Memory.Load(block * Block, length, step);
            Finding<float> found = Tried(local.Found, local.Memory, length, block);
            if (Interlocked.Increment(ref done) is var now && now % 64 == 0)
                progress((double)now / blocks);
            return (local.Memory, found);
        }, local =>
        {
            lock (gate)
                total = total.With(local.Found);
        });
        return total;
    }

    Finding<float> Tried(Finding<float> found, Buffers memory, int length, long block)
    {
        functions.Apply<float>(name, memory.Inputs.AsSpan(0, length), memory.Results);
        long wrong = judges ? Judge(ref found, memory, length) : 0;
        // The rest of the buffer has results of the previous block.
        memory.Results.AsSpan(length).Clear();
        return found.With(
            Finding<float>.None with
            {
                Inputs = length,
                Drawn = length,
                Nearest = length - wrong,
                Hash = ResultHash.Of<float>(memory.Results, block)
            });
    }

    // The number of inputs with an incorrectly rounded result.
    long Judge(ref Finding<float> found, Buffers memory, int length)
    {
        truths.Fill(memory.Wide.AsSpan(0, length), memory.Truths.AsSpan(0, length));
        long wrong = 0;
        for (int i = 0; i < length; i += Vector256<float>.Count)
        {
            uint open =
                Open(Vector256.LoadUnsafe(ref memory.Results[i]), Vector256.LoadUnsafe(ref memory.Truths[i]),
                Vector256.LoadUnsafe(ref memory.Truths[i + 4]));
            for (open &= uint.MaxValue >> Math.Max(0, 32 - (length - i)); open != 0; open &= open - 1)
            {
                int k = i + BitOperations.TrailingZeroCount(open);
                var (ulp, isNearest) = Error(memory.Inputs[k], memory.Results[k], memory.Truths[k]);
                if (isNearest)
                    continue;
                wrong++;
                if (ulp >= found.WorstUlp)
                    found = found.WithError(memory.Inputs[k], ulp);
            }
        }
        return wrong;
    }

    // One bit per result that is not certainly correctly rounded.
    static uint Open(Vector256<float> results, Vector256<double> lower, Vector256<double> upper)
    {
        Vector256<float> nearest = Vector256.Narrow(lower, upper);
        Vector256<int> same =
            Vector256.Equals(results.AsInt32(), nearest.AsInt32()) | Vector256.AndNot(~Vector256.Equals(results, results).AsInt32(),
            Vector256.Equals(nearest, nearest).AsInt32());
        return (~same).ExtractMostSignificantBits() | Doubtful(lower) | (Doubtful(upper) << 4);
    }

    // One bit per truth near the midpoint of two floats, or in the subnormal range, where midpoints have another bit pattern.
    static uint Doubtful(Vector256<double> truths)
    {
        Vector256<ulong> fromMiddle = (truths.AsUInt64() & Vector256.Create((1UL << 29) - 1)) - Vector256.Create((1UL << 28) - 16);
        Vector256<double> size = Vector256.Abs(truths);
        Vector256<double> isSubnormal =
            Vector256.LessThan(size, Vector256.Create(SmallestNormal)) & Vector256.GreaterThan(size, Vector256.Create(Vanishing));
        return (Vector256.LessThan(fromMiddle, Vector256.Create(32UL)) | isSubnormal.AsUInt64()).ExtractMostSignificantBits();
    }

    // Infinite where the result is astray.
    (double Ulp, bool IsNearest) Error(float input, float result, double truth)
    {
        float nearest = (float)truth;
        if (!float.IsFinite(result) || !double.IsFinite(truth))
            return result.Equals(nearest) ? (0, true) : (double.PositiveInfinity, false);
        double distance = Math.Abs(result - truth);
        if (result == 0 && (distance >= 2 * float.Epsilon || (nearest == 0 && float.IsNegative(result) != float.IsNegative(nearest))))
            return (double.PositiveInfinity, false);
        // The reciprocal of the ULP, from the exponent bits; subnormal floats have the ULP of the smallest normal ones.
        ulong exponent = Math.Clamp((BitConverter.DoubleToUInt64Bits(truth) >> 52) & 0x7FF, Bias - 126, Bias + 127);
        double ulp = distance * BitConverter.UInt64BitsToDouble((2 * Bias + 23 - exponent) << 52);
        return Math.Abs(ulp - 0.5) < Doubt && truths.Exact is { } exact ? exact.Judge(input, result) : (ulp, result.Equals(nearest));
    }

    // One per thread.
    sealed class Buffers
    {
        public readonly float[] Inputs = new float[Block], Results = new float[Block];
        public readonly double[] Wide = new double[Block], Truths = new double[Block];

        public void Load(long first, int length, uint step)
        {
            for (int i = 0; i < length; i++)
            {
                float input = BitConverter.UInt32BitsToSingle((uint)((first + i) * step));
                Inputs[i] = input;
                Wide[i] = input;
            }
        }
    }
}
